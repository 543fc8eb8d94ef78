#include "channels/twilio/text_replies.h"

#include <algorithm>

#include "channels/twilio/gsm7.h"

namespace twilio {
namespace {

using text::SpokenDay;

class Wording {
 public:
  Wording(const text::Catalogue& catalogue, people::Language language)
      : catalogue_(catalogue), language_(language) {}

  std::optional<std::string> operator()(const app::Recorded& recorded) const {
    const char* message = "sms.reply.recorded";
    if (recorded.names_several_days) message = "sms.reply.recorded_one_day";
    if (!recorded.is_somebody_told) {
      message = recorded.names_several_days ? "sms.reply.recorded_one_day_nobody_told"
                                            : "sms.reply.recorded_nobody_told";
    }
    return say(message, {{"name", recorded.first_name},
                         {"day", SpokenDay{recorded.day}},
                         {"number", recorded.receipt_number}});
  }
  std::optional<std::string> operator()(const app::Updated& updated) const {
    const char* message =
        updated.is_somebody_told ? "sms.reply.updated" : "sms.reply.updated_nobody_told";
    return say(message, {{"name", updated.first_name},
                         {"day", SpokenDay{updated.day}},
                         {"number", updated.receipt_number}});
  }
  std::optional<std::string> operator()(const app::TakenBack& taken_back) const {
    return say("sms.reply.taken_back", {{"name", taken_back.first_name},
                                        {"day", SpokenDay{taken_back.day}},
                                        {"number", taken_back.receipt_number}});
  }
  std::optional<std::string> operator()(const app::TakeBackAsked& asked) const {
    return say("sms.reply.take_back_asked", {{"day", SpokenDay{asked.day}}});
  }
  std::optional<std::string> operator()(const app::NothingToTakeBack&) const {
    return say("sms.reply.nothing_to_take_back", {});
  }
  std::optional<std::string> operator()(const app::AskedWhichDay& asked) const {
    return say("sms.reply.which_day",
               {{"first", SpokenDay{asked.first}}, {"second", SpokenDay{asked.second}}});
  }
  std::optional<std::string> operator()(const app::AskedWhatItIs&) const {
    return say("sms.reply.what_is_it", {});
  }
  std::optional<std::string> operator()(const app::AskedWhichPerson& asked) const {
    std::string names;
    for (std::size_t at = 0; at < asked.first_names.size(); ++at) {
      if (at > 0) names += ", ";
      names += std::to_string(at + 1) + " " + shortened(asked.first_names[at]);
    }
    return say("sms.reply.which_person", {{"names", names}});
  }
  std::optional<std::string> operator()(const app::AskedFullName& asked) const {
    return say("sms.reply.full_name", {{"number", asked.receipt_number}});
  }
  std::optional<std::string> operator()(const app::NameNoted& noted) const {
    return say("sms.reply.name_noted", {{"number", noted.receipt_number}});
  }
  std::optional<std::string> operator()(const app::OnRecordAlready& already) const {
    return say("sms.reply.on_record_already", {{"number", already.receipt_number}});
  }
  std::optional<std::string> operator()(const app::ManagerTold& told) const {
    return say(told.is_somebody_told ? "sms.reply.manager_told" : "sms.reply.not_understood", {});
  }
  std::optional<std::string> operator()(const app::PassedOn& passed) const {
    if (!passed.is_somebody_told) return say("sms.reply.passed_on_nobody_told", {});
    return say(passed.is_late ? "sms.reply.late_passed_on" : "sms.reply.early_passed_on", {});
  }
  std::optional<std::string> operator()(const app::PicturePassedOn&) const {
    return say("sms.reply.picture_passed_on", {});
  }
  std::optional<std::string> operator()(const app::Acknowledged& acknowledged) const {
    if (acknowledged.name.empty()) return say("sms.reply.acknowledged_unverified", {});
    return say("sms.reply.acknowledged", {{"name", acknowledged.name}});
  }
  std::optional<std::string> operator()(const app::AlreadyAcknowledged& already) const {
    if (already.by.empty()) return say("sms.reply.already_acknowledged", {});
    return say("sms.reply.already_acknowledged_by", {{"name", already.by}});
  }
  std::optional<std::string> operator()(const app::SettledAlready& settled) const {
    return say(settled.is_taken_back ? "sms.reply.taken_back_already" : "sms.reply.settled_already",
               {{"number", settled.receipt_number}});
  }
  std::optional<std::string> operator()(const app::NotTheirsToAnswer&) const {
    return say("sms.reply.not_theirs_to_answer", {});
  }
  std::optional<std::string> operator()(const app::NumberNotKnown&) const {
    return say("sms.reply.number_not_known", {});
  }
  std::optional<std::string> operator()(const app::Silent&) const { return {}; }

 private:
  // Nine of them must fit one text.
  static std::string shortened(const std::string& name) {
    std::size_t end = std::min<std::size_t>(name.size(), 9);
    const auto continues = [&](std::size_t at) {
      return (static_cast<unsigned char>(name[at]) & 0xC0) == 0x80;
    };
    while (end > 0 && end < name.size() && continues(end)) --end;
    return name.substr(0, end);
  }

  std::string say(std::string_view message, std::initializer_list<text::Argument> arguments) const {
    return fit_one_segment(catalogue_.say(language_, message, arguments));
  }

  const text::Catalogue& catalogue_;
  people::Language language_;
};

}  // namespace

std::optional<std::string> reply_to(const text::Catalogue& catalogue,
                                    const app::TextAnswer& answer) {
  return std::visit(Wording(catalogue, answer.language), answer.outcome);
}

}  // namespace twilio
