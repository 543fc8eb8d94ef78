#include "app/tell.h"

#include "store/queries/alarms.h"
#include "store/queries/people.h"

namespace app {
namespace {

class Envelope {
 public:
  Envelope(store::Transaction& tx, const Line& line, const Alert& what, base::Moment now)
      : tx_(tx), line_(line), what_(what), now_(now) {}

  void post(notice::Channel channel, std::optional<people::UserId> user, const std::string& address,
            people::Language language, bool may_read_message) {
    store::NewNotice notice{.kind = what_.kind,
                            .channel = channel,
                            .user = user,
                            .address = address,
                            .language = language,
                            .facts = what_.facts,
                            .call_out = what_.call_out,
                            .attempt = what_.attempt,
                            .request = what_.request,
                            .instead_of = {},
                            .not_before = what_.not_before};
    // A text can be read on any locked screen: it never carries the words.
    if (!may_read_message || channel == notice::Channel::sms) notice::forget_words(notice.facts);
    store::enqueue(tx_, line_.vault, notice, now_);
    ++posted_;
  }
  int posted() const { return posted_; }

 private:
  store::Transaction& tx_;
  const Line& line_;
  const Alert& what_;
  base::Moment now_;
  int posted_ = 0;
};

}  // namespace

notice::Facts facts_about(const people::Employee& employee) {
  notice::Facts facts;
  facts.name = employee.name;
  facts.first_name = employee.first_name;
  facts.position = employee.position_name;
  facts.team = employee.team_name;
  return facts;
}

bool alert(store::Transaction& tx, const Line& line, const Alert& what,
           const std::vector<notice::Candidate>& readers, base::Moment now) {
  Envelope envelope(tx, line, what, now);
  for (const notice::Candidate& reader : readers) {
    const bool may_read = reader.user && reader.may_read_reasons;
    if (reader.phone)
      envelope.post(notice::Channel::sms, reader.user, *reader.phone, reader.language, may_read);
    if (reader.email)
      envelope.post(notice::Channel::email, reader.user, *reader.email, reader.language, may_read);
  }
  if (envelope.posted() > 0) return true;
  store::raise_alarm(tx,
                     {.kind = store::AlarmKind::nobody_to_tell,
                      .call_out = what.call_out,
                      .attempt = what.attempt},
                     now);
  return false;
}

bool tell_employee(store::Transaction& tx, const Line& line, const Alert& what,
                   const people::Employee& employee, Reach reach, base::Moment now) {
  Envelope envelope(tx, line, what, now);
  const auto number = store::receipt_number_of(tx, employee.user);
  const bool by_text = reach == Reach::text || reach == Reach::text_else_mail ||
                       (reach == Reach::mail_else_text && !employee.email);
  if (by_text && number) {
    envelope.post(notice::Channel::sms, employee.user, *number, employee.language, false);
  }
  const bool by_mail = reach == Reach::mail || reach == Reach::mail_else_text ||
                       (reach == Reach::text_else_mail && !number);
  if (by_mail && employee.email) {
    envelope.post(notice::Channel::email, employee.user, *employee.email, employee.language, true);
  }
  return envelope.posted() > 0;
}

}  // namespace app
