#include "channels/mail/headers.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace mail {
namespace {

std::vector<std::string> lines_of(std::string_view header) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= header.size();) {
    const auto end = std::min(header.find("\r\n", begin), header.size());
    lines.emplace_back(header.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

std::string q_decoded(std::string_view word) {
  std::string bytes;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '=') {
      unsigned byte = 0;
      std::from_chars(word.data() + i + 1, word.data() + i + 3, byte, 16);
      bytes += static_cast<char>(static_cast<unsigned char>(byte));
      i += 2;
    } else {
      bytes += word[i] == '_' ? ' ' : word[i];
    }
  }
  return bytes;
}

/// A reader's side of RFC 2047, written from the RFC: unfolds, then decodes; white space between
/// two encoded-words goes.
std::string read_back(std::string_view header) {
  std::string line;
  for (const std::string& part : lines_of(header)) line += part;
  std::string text;
  bool after_word = false;
  for (std::size_t at = line.find(": ") + 2; at < line.size();) {
    const auto start = line.find("=?UTF-8?Q?", at);
    const std::string between = line.substr(at, start - at);
    if (!(after_word && between == " ")) text += between;
    if (start == std::string_view::npos) break;
    const auto end = line.find("?=", start + 10);
    text += q_decoded(std::string_view(line).substr(start + 10, end - start - 10));
    at = end + 2;
    after_word = true;
  }
  return text;
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0u) == 0x80;
}

std::string subject(std::string_view words) {
  return words_header("Subject", words).value();
}

TEST(MailHeaders, LeaveShortEnglishAlone) {
  EXPECT_EQ(subject("CALL-OUT Confirmation: Mon Nov 23 (#17)"),
            "Subject: CALL-OUT Confirmation: Mon Nov 23 (#17)");
}

TEST(MailHeaders, EncodeWhatIsNotAscii) {
  EXPECT_EQ(subject("Ausencia de Ana Ruíz"), "Subject: =?UTF-8?Q?Ausencia_de_Ana_Ru=C3=ADz?=");
}

TEST(MailHeaders, EncodeWhatAReaderWouldDecodeOrTrim) {
  for (const char* words : {"=?UTF-8?Q?evil?=", " spaces ", "tab\there"}) {
    EXPECT_NE(subject(words), std::string("Subject: ") + words);
    EXPECT_EQ(read_back(subject(words)), words);
  }
}

TEST(MailHeaders, FoldLongSubjectsBetweenLetters) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "ñ€";
  const auto lines = lines_of(subject(words));
  EXPECT_GT(lines.size(), 3u);
  for (const std::string& line : lines) {
    EXPECT_LE(line.size(), 76u);
    const std::string bytes = read_back("x: " + line.substr(line.find('=')));
    EXPECT_FALSE(is_continuation(static_cast<unsigned char>(bytes.front())));
  }
  EXPECT_EQ(read_back(subject(words)), words);
}

TEST(MailHeaders, QuoteNamesThatNeedIt) {
  const auto to = [](const char* name) {
    return mailbox_header("To", {name, "a@example.org"}).value();
  };
  EXPECT_EQ(to(""), "To: a@example.org");
  EXPECT_EQ(to("Ana Ruiz"), "To: Ana Ruiz <a@example.org>");
  EXPECT_EQ(to("Ruiz, Ana"), "To: \"Ruiz, Ana\" <a@example.org>");
  EXPECT_EQ(to(R"(Bob "B" \ Lee)"), R"(To: "Bob \"B\" \\ Lee" <a@example.org>)");
  EXPECT_EQ(to("Zoë"), "To: =?UTF-8?Q?Zo=C3=AB?= <a@example.org>");
}

TEST(MailHeaders, PutALongAddressOnALineOfItsOwn) {
  const std::string address = std::string(60, 'a') + "@example.org";
  EXPECT_EQ(mailbox_header("To", {"Ana Ruiz", address}).value(),
            "To: Ana Ruiz\r\n <" + address + ">");
}

TEST(MailHeaders, RefuseLineBreaksAndNul) {
  using namespace std::string_view_literals;  // NOLINT(google-build-using-namespace)
  for (const std::string_view bad : {"a\r\nBcc: x@y"sv, "a\nb"sv, "a\rb"sv, "a\0b"sv}) {
    EXPECT_FALSE(words_header("Subject", bad));
    EXPECT_FALSE(mailbox_header("To", {std::string(bad), "a@example.org"}));
    EXPECT_FALSE(mailbox_header("To", {"", "a@example.org" + std::string(bad)}));
    EXPECT_FALSE(token_header("Date", bad));
    EXPECT_FALSE(parse_mailbox(std::string(bad) + " <a@example.org>"));
  }
  EXPECT_EQ(words_header("Subject", "a\nb").problem().field, "Subject");
}

TEST(MailHeaders, LeaveTokensAsTheyAre) {
  const std::string id = "<" + std::string(90, 'a') + "@example.org>";
  EXPECT_EQ(token_header("Message-ID", id).value(), "Message-ID: " + id);
  EXPECT_FALSE(token_header("Date", ""));
  EXPECT_FALSE(token_header("Date", "día"));
  EXPECT_FALSE(token_header("Message-ID", std::string(1000, 'a')));
}

TEST(MailAddress, IsCheckedBeforeAServerIsAsked) {
  for (const char* good : {"a@b", "ana.ruiz+x@mail.example.org", "o'hara@example.org",
                           "josé@exämple.org", "a_b-c@x-y.example"}) {
    EXPECT_TRUE(is_address(good)) << good;
  }
  for (const char* bad :
       {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b c", ".a@b", "a.@b", "a..b@c", "a@b.", "a@.b",
        "a@-b", "a@b-", "<a@b>", "a@b,c@d", "a@[127.0.0.1]", "a@b\r\nRCPT"}) {
    EXPECT_FALSE(is_address(bad)) << bad;
  }
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(is_address("a@" + std::string(64, 'b')));
}

TEST(MailAddress, IsReadWithOrWithoutAName) {
  const auto read = [](const char* text) {
    const auto mailbox = parse_mailbox(text);
    return mailbox ? mailbox.value().name + "|" + mailbox.value().address : "none";
  };
  EXPECT_EQ(read("a@example.org"), "|a@example.org");
  EXPECT_EQ(read("<a@example.org>"), "|a@example.org");
  EXPECT_EQ(read(" Ana Ruíz <a@example.org> "), "Ana Ruíz|a@example.org");
  EXPECT_EQ(read(R"("Ruiz, \"Ana\"" <a@example.org>)"), "Ruiz, \"Ana\"|a@example.org");
  EXPECT_EQ(read("Bob <3 <a@example.org>"), "Bob <3|a@example.org");
  for (const char* bad : {"", "Ana", "Ana <>", "Ana <a@b> x", "a@b, c@d", "Ana <a@b"})
    EXPECT_EQ(read(bad), "none");
}

/// Any UTF-8 without line breaks, and now and then any bytes at all.
rc::Gen<std::string> words_without_breaks() {
  const auto piece = rc::gen::element<std::string>("a", "Z", " ", "_", "=", "?", "=?", "?=", "\"",
                                                   "\\", "<", "@", "ñ", "í", "€", "李", "👍", "\t",
                                                   "\x7F", "\xC3", "\x80", "\xFF");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string words;
    for (const auto& one : pieces) words += one;
    return words;
  });
}

RC_GTEST_PROP(MailHeaders, AreReadBackAsTheyWereWritten, ()) {
  const std::string words = *words_without_breaks();
  RC_ASSERT(read_back(subject(words)) == words);
}

RC_GTEST_PROP(MailHeaders, HaveNoLongLineAndNoBareBreak, ()) {
  const std::string words = *words_without_breaks();
  for (const std::string& header :
       {subject(words), mailbox_header("From", {words, "a@example.org"}).value()}) {
    const auto lines = lines_of(header);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      RC_ASSERT(lines[i].size() <= 76u);
      RC_ASSERT(lines[i].find_first_of("\r\n") == std::string::npos);
      RC_ASSERT(i == 0 || lines[i].front() == ' ');
    }
  }
}

RC_GTEST_PROP(MailHeaders, NeverLetAValueWriteAHeader, (const std::string& any)) {
  const auto header = words_header("Subject", any);
  RC_ASSERT(header.ok() == (any.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos));
}

RC_GTEST_PROP(MailHeaders, NamesComeThroughParsing, ()) {
  const std::string name = "x" + *words_without_breaks() + "x";
  const std::string header = mailbox_header("To", {name, "a@example.org"}).value();
  if (header.find("=?UTF-8") == std::string::npos) {
    RC_ASSERT(parse_mailbox(header.substr(4)).value().name == name);
  } else {
    RC_ASSERT(read_back(header).starts_with(name));
  }
}

}  // namespace
}  // namespace mail
