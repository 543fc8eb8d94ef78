#include "store/queries/attempts.h"

#include <utility>

namespace store {
namespace {

constexpr std::string_view body_place = "attempts.body";

constexpr Sql insert_attempt(R"sql(
  INSERT INTO attempts (channel, provider_id, from_number, kind, state, body_sealed, media_count, received_at)
  VALUES ($1, $2, $3, 'unclear', 'open', $4, $5, $6) RETURNING id
)sql");

constexpr Sql update_closed(R"sql(
  UPDATE attempts SET kind = $2, state = 'closed', member_id = COALESCE($3, member_id),
    call_out_id = COALESCE($4, call_out_id),
    was_answered = CASE WHEN $5 = 1 THEN 1 ELSE was_answered END, closed_at = $6
  WHERE id = $1
)sql");

constexpr Sql update_seen_to(R"sql(
  UPDATE attempts SET state = 'closed', closed_at = $2 WHERE id = $1 AND state = 'open' RETURNING id
)sql");

constexpr Sql update_left_open(R"sql(
  UPDATE attempts SET kind = $2, member_id = COALESCE($3, member_id), was_answered = 1 WHERE id = $1
)sql");

constexpr Sql update_incomplete(R"sql(
  UPDATE attempts SET kind = 'incomplete', member_id = $2, about_day = $3 WHERE id = $1
)sql");

constexpr Sql select_incomplete_day(R"sql(
  SELECT a.about_day FROM attempts a
  WHERE a.member_id = $1 AND a.state = 'open' AND a.kind = 'incomplete'
    AND (a.received_at >= $2 OR EXISTS (
      SELECT 1 FROM outbox o WHERE o.attempt_id = a.id AND o.kind = 'cut_off' AND o.created_at >= $2))
  ORDER BY a.received_at DESC, a.id DESC LIMIT 1
)sql");

constexpr Sql select_other_incomplete(R"sql(
  SELECT id FROM attempts
  WHERE member_id = $2 AND about_day = $3 AND state = 'open' AND kind = 'incomplete' AND id <> $1
  LIMIT 1
)sql");

constexpr Sql select_attempt(R"sql(
  SELECT id, from_number, body_sealed, member_id, received_at FROM attempts WHERE id = $1
)sql");

constexpr Sql select_known(R"sql(
  SELECT id FROM attempts WHERE provider_id = $1
)sql");

constexpr Sql select_open(R"sql(
  SELECT id FROM attempts
  WHERE ((from_number = $1 AND $1 <> '') OR member_id = $2) AND received_at >= $4
    AND (about_day IS NULL OR about_day = $3) AND state = 'open' AND id <> $5
  ORDER BY id
)sql");

constexpr Sql count_answered(R"sql(
  SELECT COUNT(*) FROM attempts WHERE from_number = $1 AND received_at >= $2 AND was_answered = 1
)sql");

constexpr Sql count_texted(R"sql(
  SELECT COUNT(*) FROM outbox WHERE address = $1 AND channel = 'sms' AND accepted_at >= $2
)sql");

constexpr Sql upsert_question(R"sql(
  INSERT INTO questions (phone, kind, attempt_id, member_id, options, asked_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (phone) DO UPDATE SET kind = excluded.kind, attempt_id = excluded.attempt_id,
    member_id = excluded.member_id, options = excluded.options, asked_at = excluded.asked_at,
    expires_at = excluded.expires_at
)sql");

constexpr Sql select_question(R"sql(
  SELECT phone, kind, attempt_id, member_id, options FROM questions WHERE phone = $1
)sql");

constexpr Sql select_expired_of(R"sql(
  SELECT phone, kind, attempt_id, member_id, options FROM questions WHERE phone = $1 AND expires_at <= $2
)sql");

constexpr Sql select_expired(R"sql(
  SELECT phone, kind, attempt_id, member_id, options FROM questions
  WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2
)sql");

constexpr Sql delete_question(R"sql(
  DELETE FROM questions WHERE phone = $1
)sql");

constexpr Sql upsert_opt_out(R"sql(
  INSERT INTO phone_opt_outs (phone, is_opted_out, learned_from, changed_at) VALUES ($1, $2, 'text', $3)
  ON CONFLICT (phone) DO UPDATE SET is_opted_out = excluded.is_opted_out,
    learned_from = excluded.learned_from, changed_at = excluded.changed_at
)sql");

constexpr std::pair<QuestionKind, std::string_view> question_codes[] = {
    {QuestionKind::which_person, "which_person"},
    {QuestionKind::which_day, "which_day"},
    {QuestionKind::what_is_it, "what_is_it"},
    {QuestionKind::full_name, "full_name"}};

std::string_view code_of(QuestionKind kind) {
  for (const auto& [known, code] : question_codes) {
    if (known == kind) return code;
  }
  throw Failure("a question of no known kind");
}

QuestionKind question_kind_of(std::string_view text) {
  for (const auto& [kind, code] : question_codes) {
    if (code == text) return kind;
  }
  throw Failure("a question of a kind that this program does not know");
}

std::string joined(const std::vector<std::string>& options) {
  std::string text;
  for (const std::string& option : options) {
    if (!text.empty()) text += ',';
    text += option;
  }
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> options;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    options.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return options;
}

Question question_of(const Row& row) {
  return {.kind = question_kind_of(row.text(1)),
          .attempt = row.id<AttemptId>(2),
          .member = row.maybe_id<people::MemberId>(3),
          .options = split(row.text(4))};
}

}  // namespace

std::string_view code_of(AttemptKind kind) {
  switch (kind) {
    case AttemptKind::absence: return "absence";
    case AttemptKind::late_or_early: return "late_or_early";
    case AttemptKind::command: return "command";
    case AttemptKind::thanks: return "thanks";
    case AttemptKind::carrier_word: return "carrier_word";
    case AttemptKind::picture: return "picture";
    case AttemptKind::answer: return "answer";
    case AttemptKind::unclear: return "unclear";
    case AttemptKind::not_a_person: return "not_a_person";
    case AttemptKind::incomplete: return "incomplete";
    case AttemptKind::unrecognised: return "unrecognised";
    case AttemptKind::nothing_added: return "nothing_added";
  }
  return "unclear";
}

AttemptId add_attempt(Transaction& tx, const platform::Vault& vault, const NewAttempt& attempt,
                      base::Moment now) {
  const Rows added =
      tx.run(insert_attempt, {attempt.channel, attempt.provider_id, attempt.from,
                              vault.seal(body_place, attempt.body), attempt.media_count, now});
  return added.front().id<AttemptId>(0);
}

void close_attempt(Transaction& tx, AttemptId id, const AttemptOutcome& outcome, base::Moment now) {
  tx.run(update_closed,
         {id, code_of(outcome.kind), outcome.member, outcome.call_out, outcome.was_answered, now});
}

bool see_to_attempt(Transaction& tx, AttemptId id, base::Moment now) {
  return !tx.run(update_seen_to, {id, now}).empty();
}

void leave_attempt_open(Transaction& tx, AttemptId id, AttemptKind kind,
                        std::optional<people::MemberId> member) {
  tx.run(update_left_open, {id, code_of(kind), member});
}

void leave_call_incomplete(Transaction& tx, AttemptId id, people::MemberId member, base::Day day) {
  tx.run(update_incomplete, {id, member, day});
}

std::optional<base::Day> day_of_incomplete_call(Transaction& tx, people::MemberId member,
                                                base::Moment since) {
  const Rows found = tx.run(select_incomplete_day, {member, since});
  if (found.empty()) return {};
  return found.front().maybe_day(0);
}

bool is_another_incomplete(Transaction& tx, AttemptId id, people::MemberId member, base::Day day) {
  return !tx.run(select_other_incomplete, {id, member, day}).empty();
}

std::optional<Attempt> find_attempt(Transaction& tx, const platform::Vault& vault, AttemptId id) {
  const Rows found = tx.run(select_attempt, {id});
  if (found.empty()) return {};
  const Row& row = found.front();
  return Attempt{.id = row.id<AttemptId>(0),
                 .from = row.text(1),
                 .body = vault.open(body_place, row.bytes(2)).value_or(std::string()),
                 .member = row.maybe_id<people::MemberId>(3),
                 .received_at = row.moment(4)};
}

bool is_attempt_known(Transaction& tx, std::string_view provider_id) {
  return !tx.run(select_known, {provider_id}).empty();
}

std::vector<AttemptId> open_attempts(Transaction& tx, std::string_view from,
                                     people::MemberId member, base::Day day, base::Moment since,
                                     AttemptId except) {
  std::vector<AttemptId> attempts;
  for (const Row& row : tx.run(select_open, {from, member, day, since, except}))
    attempts.push_back(row.id<AttemptId>(0));
  return attempts;
}

std::int64_t answers_since(Transaction& tx, std::string_view from, base::Moment since) {
  return tx.run(count_answered, {from, since}).front().integer(0);
}

bool was_texted_since(Transaction& tx, std::string_view phone, base::Moment since) {
  return tx.run(count_texted, {phone, since}).front().integer(0) > 0;
}

void ask(Transaction& tx, std::string_view phone, const Question& question, base::Moment now,
         base::Moment expires) {
  tx.run(upsert_question, {phone, code_of(question.kind), question.attempt, question.member,
                           joined(question.options), now, expires});
}

std::optional<Question> open_question(Transaction& tx, std::string_view phone) {
  const Rows found = tx.run(select_question, {phone});
  if (found.empty()) return {};
  return question_of(found.front());
}

std::optional<Question> expired_question_of(Transaction& tx, std::string_view phone,
                                            base::Moment now) {
  const Rows found = tx.run(select_expired_of, {phone, now});
  if (found.empty()) return {};
  return question_of(found.front());
}

void forget_question(Transaction& tx, std::string_view phone) {
  tx.run(delete_question, {phone});
}

std::vector<ExpiredQuestion> expired_questions(Transaction& tx, base::Moment now, int limit) {
  std::vector<ExpiredQuestion> expired;
  for (const Row& row : tx.run(select_expired, {now, limit}))
    expired.push_back({row.text(0), question_of(row)});
  return expired;
}

void note_opt_out(Transaction& tx, std::string_view phone, bool is_opted_out, base::Moment now) {
  tx.run(upsert_opt_out, {phone, is_opted_out, now});
}

}  // namespace store
