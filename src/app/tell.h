// Notices, put into the outbox in the transaction of what they tell of.
#pragma once

#include <optional>
#include <vector>

#include "app/line.h"
#include "domain/notice/notice.h"
#include "store/ids.h"
#include "store/queries/outbox.h"

namespace app {

struct Alert {
  notice::Kind kind = {};
  notice::Facts facts;  // `message` and `has_recording` reach only those who may know, by mail
  std::optional<store::CallOutId> call_out = {};
  std::optional<store::AttemptId> attempt = {};
  std::optional<base::Moment> not_before = {};   // unset: at once
  std::optional<store::RequestId> request = {};  // what was decided, where that is the news
};

/// One text and one mail to each, where they have the address. Nobody who can be reached: an alarm
/// is raised, so that it is never silent, and the answer is false.
bool alert(store::Transaction& tx, const Line& line, const Alert& what,
           const std::vector<notice::Candidate>& readers, base::Moment now);

/// Who it is about: name, position, team.
notice::Facts facts_about(const people::Employee& employee);

enum class Reach { text, mail, text_else_mail, mail_else_text };
/// A notice to the employee themselves, at the number and address on file, never at the one that
/// was used. False when there is no way to reach them.
bool tell_employee(store::Transaction& tx, const Line& line, const Alert& what,
                   const people::Employee& employee, Reach reach, base::Moment now);

}  // namespace app
