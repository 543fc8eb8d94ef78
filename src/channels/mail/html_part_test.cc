// What holds of the HTML of every mail, whoever wrote what into it.
#include "channels/mail/html_part.h"

#include <map>
#include <set>

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <rapidcheck/gtest.h>

#include "channels/mail/golden_test.h"

namespace mail {
namespace {

using people::Language;

constexpr std::size_t most_bytes = 60 * 1024;

struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
};

void collect(const xmlNode* node, std::vector<Tag>& tags) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    Tag tag{.name = reinterpret_cast<const char*>(node->name), .attributes = {}};
    for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
      xmlChar* value = xmlNodeListGetString(node->doc, each->children, 1);
      tag.attributes[reinterpret_cast<const char*>(each->name)] =
          value == nullptr ? "" : reinterpret_cast<const char*>(value);
      xmlFree(value);
    }
    tags.push_back(std::move(tag));
    collect(node->children, tags);
  }
}

/// Every tag, by an XML parser that forgives nothing; none when the mail is not well-formed.
std::vector<Tag> tags_of(const std::string& html) {
  std::vector<Tag> tags;
  xmlDoc* document = xmlReadMemory(html.data(), static_cast<int>(html.size()), "mail.html", "UTF-8",
                                   XML_PARSE_NONET);
  if (document == nullptr) return tags;
  collect(xmlDocGetRootElement(document), tags);
  xmlFreeDoc(document);
  return tags;
}

const std::set<std::string> allowed_tags{"html",  "head", "meta", "title", "style", "body", "div",
                                         "table", "tr",   "td",   "th",    "p",     "h1",   "h2",
                                         "span",  "a",    "bdi",  "br",    "audio"};
const std::set<std::string> allowed_attributes{
    "lang",  "dir",  "charset",     "name",        "content", "class",    "bgcolor",
    "style", "role", "width",       "border",      "align",   "valign",   "scope",
    "href",  "src",  "cellpadding", "cellspacing", "preload", "controls", "aria-label"};

void expect_harmless(const Tag& tag) {
  EXPECT_TRUE(allowed_tags.contains(tag.name)) << tag.name;
  for (const auto& [name, value] : tag.attributes) {
    EXPECT_TRUE(allowed_attributes.contains(name)) << tag.name << " " << name;
    EXPECT_EQ(value.find("url("), std::string::npos) << value;
    if (name == "href" || name == "src") EXPECT_TRUE(value.starts_with(application)) << value;
    if (name == "src") EXPECT_EQ(tag.name, "audio");
  }
}

TEST(HtmlPart, IsWellFormedSmallAndFetchesNothingFromElsewhere) {
  for (const Sample& sample : samples()) {
    for (const Language language : {Language::en, Language::es}) {
      SCOPED_TRACE(sample.name);
      const std::string html = mail_of(sample, language).html;
      EXPECT_LE(html.size(), most_bytes);
      const auto tags = tags_of(html);
      ASSERT_FALSE(tags.empty());
      EXPECT_EQ(tags.front().attributes.at("lang"), people::code_of(language));
      for (const Tag& tag : tags) expect_harmless(tag);
    }
  }
}

TEST(HtmlPart, TheSoundIsFetchedOnlyWhenSomebodyPressesPlay) {
  int players = 0;
  for (const Sample& sample : samples()) {
    for (const Tag& tag : tags_of(mail_of(sample, Language::en).html)) {
      if (tag.name != "audio") continue;
      ++players;
      EXPECT_EQ(tag.attributes.at("src"), listen_link + "/audio");
      EXPECT_EQ(tag.attributes.at("preload"), "none");
      EXPECT_FALSE(tag.attributes.at("aria-label").empty());
    }
  }
  EXPECT_EQ(players, 4);
}

TEST(HtmlPart, TakesAnyWordsWithoutATagMoreOrLess) {
  Sample sample{.name = "", .kind = notice::Kind::call_out_recorded, .facts = ana()};
  sample.facts.message = "x";
  const std::size_t usual = tags_of(mail_of(sample, Language::en).html).size();
  EXPECT_TRUE(rc::check("any bytes as name and message",
                        [&](const std::string& name, const std::string& message) {
                          Sample odd = sample;
                          odd.facts.name = "x" + name;
                          odd.facts.message = message;
                          std::erase(odd.facts.message, '\n');
                          odd.facts.message += "x";
                          RC_ASSERT(tags_of(mail_of(odd, Language::en).html).size() == usual);
                        }));
}

TEST(HtmlPart, KeepsANameWithLineBreaksInItsSentence) {
  Sample sample{.name = "", .kind = notice::Kind::call_out_recorded, .facts = ana()};
  const std::size_t usual = tags_of(mail_of(sample, Language::en).html).size();
  sample.facts.name = "Ana\n\nRuiz";
  EXPECT_EQ(tags_of(mail_of(sample, Language::en).html).size(), usual);
}

TEST(HtmlPart, StaysSmallForTheLongestMessage) {
  for (const char* bad : {"\"", "\n", "&", "\U0001F922"}) {
    Sample sample{.name = "", .kind = notice::Kind::call_out_recorded, .facts = ana()};
    sample.facts.message.clear();
    for (int i = 0; i < 10'000; ++i) sample.facts.message += bad;
    sample.facts.message += "end";
    const NoticeMail mail = mail_of(sample, Language::es);
    EXPECT_LE(mail.html.size(), most_bytes) << bad;
    EXPECT_NE(mail.html.find("Lea el resto en la aplicación"), std::string::npos);
  }
}

TEST(HtmlPart, NothingOfTheMessageStandsWhereAListOfMailsShowsIt) {
  for (const Sample& sample : samples()) {
    const std::string html = mail_of(sample, Language::en).html;
    const auto begin = html.find("<div style=\"display:none");
    const auto end = html.find("</div>", begin);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(html.substr(0, end).find("canary"), std::string::npos);
    // The filling after it is longer than any list shows.
    EXPECT_GE(end - html.find("&#847;"), 600u);
  }
}

}  // namespace
}  // namespace mail
