#include "channels/mail/letter.h"

#include <algorithm>
#include <stdexcept>

#include "channels/mail/letter_details.h"
#include "channels/mail/letter_words.h"

namespace mail {
namespace {

using notice::Kind;

// Mailboxes cut a mail off at about 100 KB; nobody texts that much in earnest.
constexpr std::size_t most_characters = 4000;
constexpr std::size_t most_lines = 200;

/// Who reads it, and why they get it.
enum class Reader { employee, responsible, hr, signing_in };

struct Look {
  Tone tone;
  std::string_view icon;
  Reader reader;
};

Look look_of(Kind kind) {
  switch (kind) {
    case Kind::call_out_recorded:
    case Kind::needs_verification: return {Tone::urgent, "🔴", Reader::responsible};
    case Kind::receipt: return {Tone::urgent, "🔴", Reader::employee};
    case Kind::call_out_updated: return {Tone::calm, "📝", Reader::responsible};
    case Kind::call_out_taken_back: return {Tone::calm, "↩️", Reader::responsible};
    case Kind::take_back_asked: return {Tone::attention, "❓", Reader::responsible};
    case Kind::unclear_text: return {Tone::attention, "❓", Reader::responsible};
    case Kind::late_or_early: return {Tone::attention, "⏰", Reader::responsible};
    case Kind::incomplete_call: return {Tone::attention, "⚠️", Reader::responsible};
    case Kind::seen_by_another: return {Tone::good, "✅", Reader::responsible};
    case Kind::document_received: return {Tone::calm, "📎", Reader::hr};
    case Kind::pins_guessable: return {Tone::attention, "🔑", Reader::hr};
    case Kind::taken_back_receipt: return {Tone::calm, "↩️", Reader::employee};
    case Kind::seen_by: return {Tone::good, "✅", Reader::employee};
    case Kind::cut_off: return {Tone::attention, "⚠️", Reader::employee};
    case Kind::request_approved: return {Tone::good, "✅", Reader::employee};
    case Kind::request_denied: return {Tone::attention, "❌", Reader::employee};
    case Kind::request_not_charged: return {Tone::good, "✅", Reader::employee};
    case Kind::sign_in_code: return {Tone::calm, "🔑", Reader::signing_in};
    case Kind::late_reply: break;  // never by mail
  }
  throw std::logic_error("a notice of no kind");
}

std::string_view reason_of(Reader reader) {
  switch (reader) {
    case Reader::employee: return "mail.footer.employee";
    case Reader::responsible: return "mail.footer.responsible";
    case Reader::hr: return "mail.footer.hr";
    case Reader::signing_in: return "mail.footer.signing_in";
  }
  throw std::logic_error("a mail to nobody");
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

/// How many bytes the first characters take.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
    if (begins && characters-- == 0) break;
  }
  return at;
}

void quote(Letter& letter, const std::string& title, const std::string& said,
           const LetterWords& words) {
  const std::size_t end = bytes_of(said, most_characters);
  letter.message_title = title;
  letter.message = split(std::string_view(said).substr(0, end), "\n");
  const bool has_many_lines = letter.message.size() > most_lines;
  if (has_many_lines) letter.message.resize(most_lines);
  if (end == said.size() && !has_many_lines) return;
  letter.message.back() += "…";
  letter.message_note = words.say("mail.message.cut");
}

/// What the employee said, or what a manager said when denying.
void quote_words(Letter& letter, Kind kind, const notice::Facts& facts, const LetterWords& words) {
  if (kind == Kind::request_denied && !facts.denial_reason.empty()) {
    quote(letter, words.say("mail.denial.title"), words.say("mail.denial.words"), words);
  } else if (!facts.message.empty()) {
    quote(letter, words.say("mail.message.title"), words.say("mail.message.words"), words);
  }
}

std::optional<Recording> recording_of(const notice::Facts& facts, const Links& links,
                                      const LetterWords& words) {
  if (!facts.has_recording) return {};
  Recording recording;
  recording.title = words.say("mail.recording.title");
  if (links.recording.empty()) {
    recording.note = words.say("mail.recording.elsewhere");
    return recording;
  }
  recording.link = Link{words.say("mail.recording.listen"), links.recording};
  recording.audio_url = links.recording + "/audio";
  recording.note = words.say("mail.recording.note");
  return recording;
}

struct Next {
  std::string_view title;
  std::vector<std::string_view> lines;
};

/// What a person who is sick at 5 a.m. wants to know before going back to bed; what a decision
/// means to whom it is about.
Next next_of(Kind kind, const notice::Facts& facts) {
  if (kind == Kind::receipt) {
    return {"mail.next.title",
            {facts.is_somebody_told ? "mail.next.seen" : "mail.next.nobody_told",
             "mail.next.longer", "mail.next.undo", "mail.next.not_you", "mail.next.proof"}};
  }
  if (kind == Kind::request_denied) {
    return {"mail.next.means",
            {facts.is_call_out ? "mail.next.denied_call_out" : "mail.next.denied_request",
             "mail.next.not_charged", "mail.next.ask"}};
  }
  if (kind == Kind::request_not_charged) return {"mail.next.means", {"mail.next.stays_on_record"}};
  if (kind == Kind::sign_in_code) {
    return {"mail.next.note", {"mail.code.secret", "mail.code.not_you"}};
  }
  return {};
}

void say_what_is_next(Letter& letter, Kind kind, const notice::Facts& facts,
                      const LetterWords& words) {
  const Next next = next_of(kind, facts);
  if (next.lines.empty()) return;
  letter.next_title = words.say(next.title);
  for (const std::string_view line : next.lines) letter.next.push_back(words.say(line));
}

std::string urgency_of(Kind kind, const notice::Facts& facts, const LetterWords& words) {
  if (!facts.day || !facts.is_today) return {};
  if (kind == Kind::receipt) return words.say("mail.urgency.receipt");
  if (look_of(kind).tone == Tone::urgent) return words.say("mail.urgency.alert");
  return {};
}

std::string_view words_of_button(Kind kind, Page page) {
  switch (page) {
    case Page::home: return "mail.open.application";
    case Page::board: return "mail.open.board";
    case Page::request: return notice::is_alert(kind) ? "mail.open.review" : "mail.open.request";
  }
  throw std::logic_error("a link to no page");
}

}  // namespace

Letter write_letter(const text::Catalogue& catalogue, people::Language language, Kind kind,
                    const notice::Facts& facts, const Links& links) {
  const LetterWords words(catalogue, language, facts);
  const Look look = look_of(kind);
  const std::string prefix = "mail." + std::string(notice::code_of(kind));
  Letter letter;
  letter.language = people::code_of(language);
  letter.tone = look.tone;
  letter.icon = look.icon;
  letter.subject = words.say(prefix + ".subject");
  letter.line_name = words.say("mail.line_name");
  letter.urgency = urgency_of(kind, facts, words);
  letter.paragraphs = split(words.say(prefix + ".body"), "\n\n");
  letter.details = details_of(kind, facts, words);
  quote_words(letter, kind, facts, words);
  letter.recording = recording_of(facts, links, words);
  say_what_is_next(letter, kind, facts, words);
  if (kind == Kind::sign_in_code) letter.code = words.say("mail.code.words");
  if (notice::is_alert(kind) && !facts.code.empty())
    letter.acknowledge = words.say("mail.acknowledge");
  if (!links.application.empty()) {
    letter.open = Link{words.say(words_of_button(kind, links.page)), links.application};
  }
  letter.footer = {words.say(reason_of(look.reader)), words.say("mail.footer.reply")};
  return letter;
}

}  // namespace mail
