#include "app/note_delivery.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "app/after_failure.h"
#include "store/queries/alarms.h"
#include "store/queries/opt_outs.h"

namespace app {
namespace {

constexpr int most_tries = 4;  // the first and three more
// A handset that was off is not on again a second later: 1, 2, 4 minutes.
constexpr std::chrono::seconds resend_after{30};

enum class Meaning { under_way, arrived, lost };
struct StatusRow {
  std::string_view status;
  int rank;
  Meaning meaning;
};
constexpr std::array statuses{
    StatusRow{"accepted", 1, Meaning::under_way}, StatusRow{"scheduled", 1, Meaning::under_way},
    StatusRow{"queued", 1, Meaning::under_way},   StatusRow{"sending", 2, Meaning::under_way},
    StatusRow{"sent", 3, Meaning::under_way},     StatusRow{"delivered", 4, Meaning::arrived},
    StatusRow{"read", 4, Meaning::arrived},       StatusRow{"undelivered", 4, Meaning::lost},
    StatusRow{"failed", 4, Meaning::lost},        StatusRow{"canceled", 4, Meaning::lost},
};

const StatusRow* row_of(std::string_view status) {
  const auto* row = std::ranges::find(statuses, status, &StatusRow::status);
  return row == statuses.end() ? nullptr : row;
}

std::optional<store::Delivery> find(store::Transaction& tx, const DeliveryReport& report) {
  if (report.notice) {
    if (auto delivery = store::notice_by_id(tx, *report.notice)) return delivery;
  }
  if (report.provider_id.empty()) return {};
  return store::notice_by_provider_id(tx, report.provider_id);
}

/// Whether the report is news about the try that counts now.
bool is_news(const store::Delivery& delivery, const DeliveryReport& report, const StatusRow& row) {
  // Waiting: the message of the report is one that was given up for a new try.
  if (delivery.state != "accepted" && delivery.state != "sending") return false;
  const bool is_other_try = !delivery.provider_id.empty() && !report.provider_id.empty() &&
                            delivery.provider_id != report.provider_id;
  if (is_other_try) return false;
  const StatusRow* known = row_of(delivery.provider_status);
  return known == nullptr || row.rank > known->rank;
}

void lost(store::Transaction& tx, const platform::Vault& vault, const store::Delivery& delivery,
          const DeliveryReport& report, base::Moment now) {
  if (report.error == ErrorClass::retry && delivery.attempts < most_tries) {
    store::mark_retry(tx, delivery.id, now + resend_after * (1 << delivery.attempts), "undelivered",
                      report.error_code, false);
    return;
  }
  store::mark_failed(tx, delivery.id, code_of(report.error), report.error_code, now);
  const auto notice = store::find_notice(tx, vault, delivery.id);
  if (!notice) return;
  if (report.error == ErrorClass::opted_out) {
    store::note_refused_as_opted_out(tx, notice->address, now);
  }
  if (report.error == ErrorClass::configuration) {
    store::raise_alarm(tx, {.kind = store::AlarmKind::provider_configuration}, now);
  }
  after_failure(tx, vault, *notice, now);
}

}  // namespace

void note_delivery(store::Transaction& tx, const platform::Vault& vault,
                   const DeliveryReport& report, base::Moment now) {
  const StatusRow* row = row_of(report.status);
  const auto delivery = find(tx, report);
  if (row == nullptr || !delivery || delivery->state == "delivered") return;
  if (row->meaning == Meaning::arrived) {
    store::note_provider_status(tx, delivery->id, report.status);
    store::mark_delivered(tx, delivery->id, report.provider_id, now);
    return;
  }
  if (!is_news(*delivery, report, *row)) return;
  store::note_provider_status(tx, delivery->id, report.status);
  if (row->meaning == Meaning::lost) lost(tx, vault, *delivery, report, now);
}

}  // namespace app
