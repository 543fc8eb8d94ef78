#include "store/queries/calls.h"

#include "store/queries/call_state_json.h"

namespace store {
namespace {

using callout::CallState;

constexpr std::string_view state_place = "calls.state";

constexpr Sql insert_call(R"sql(
  INSERT INTO calls (call_sid, from_number, attestation, attempt_id, step, state_version, state, status, started_at)
  VALUES ($1, $2, $3, $4, 1, $5, $6, 'in-progress', $7)
)sql");

constexpr Sql select_call(R"sql(
  SELECT from_number, attestation, attempt_id, call_out_id, step, state_version, state, ended_at,
    started_at
  FROM calls WHERE call_sid = $1
)sql");

constexpr Sql update_state(R"sql(
  UPDATE calls SET step = $2, state_version = $3, state = $4, member_id = $5,
    call_out_id = COALESCE($6, call_out_id)
  WHERE call_sid = $1
)sql");

constexpr Sql update_ended(R"sql(
  UPDATE calls SET status = $2, ended_at = COALESCE(ended_at, $3) WHERE call_sid = $1
)sql");

constexpr Sql select_forgotten(R"sql(
  SELECT call_sid FROM calls WHERE ended_at IS NULL AND started_at < $1 ORDER BY started_at LIMIT $2
)sql");

base::Bytes sealed(const platform::Vault& vault, const CallState& state) {
  return vault.seal(state_place, write_call_state(state));
}

std::optional<CallState> opened(const platform::Vault& vault, std::int64_t version,
                                const base::Bytes& state) {
  if (version != CallState::version) return {};
  const auto json = vault.open(state_place, state);
  return json ? read_call_state(*json) : std::nullopt;
}

}  // namespace

void add_call(Transaction& tx, const platform::Vault& vault, const NewCall& call,
              base::Moment now) {
  tx.run(insert_call, {call.sid, call.from, call.attestation, call.attempt, CallState::version,
                       sealed(vault, {}), now});
}

std::optional<Call> find_call(Transaction& tx, const platform::Vault& vault, std::string_view sid) {
  const Rows found = tx.run(select_call, {sid});
  if (found.empty()) return {};
  const Row& row = found.front();
  return Call{.sid = std::string(sid),
              .from = row.text(0),
              .attestation = row.text_or_empty(1),
              .attempt = row.id<AttemptId>(2),
              .call_out = row.maybe_id<CallOutId>(3),
              .question = static_cast<int>(row.integer(4)),
              .state = opened(vault, row.integer(5), row.bytes(6)),
              .has_ended = !row.is_null(7),
              .began_at = row.moment(8)};
}

void keep_call_state(Transaction& tx, const platform::Vault& vault, std::string_view sid,
                     const CallState& state, std::optional<CallOutId> call_out) {
  tx.run(update_state,
         {sid, state.question, CallState::version, sealed(vault, state), state.member, call_out});
}

void end_call(Transaction& tx, std::string_view sid, std::string_view status, base::Moment now) {
  tx.run(update_ended, {sid, status, now});
}

std::vector<std::string> forgotten_calls(Transaction& tx, base::Moment began_before, int limit) {
  std::vector<std::string> sids;
  for (const Row& row : tx.run(select_forgotten, {began_before, limit}))
    sids.push_back(row.text(0));
  return sids;
}

}  // namespace store
