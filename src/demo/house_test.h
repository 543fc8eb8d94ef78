// For tests: a house that was furnished, at any moment.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/line.h"
#include "demo/household.h"
#include "platform/secret_key.h"
#include "platform/time_zone.h"
#include "store/migrate.h"
#include "store/queries/keys.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace demo {

/// Words that say what they are about.
class PlainWords final : public app::Sender {
 public:
  explicit PlainWords(notice::Channel channel) : channel_(channel) {}
  notice::Channel channel() const override { return channel_; }
  bool is_configured() const override { return false; }
  std::string render(const store::Notice& notice) const override {
    return std::string(notice::code_of(notice.kind));
  }
  app::SendOutcome send(const store::Notice&, const std::string&) override {
    ADD_FAILURE() << "something old was sent";
    return app::NotAccepted{};
  }
  std::variant<std::optional<std::string>, app::NotAccepted> find_sent(
      const store::Notice&, const std::string&) override {
    return std::optional<std::string>();
  }

 private:
  notice::Channel channel_;
};

inline constexpr const char* zone_name = "America/New_York";

inline base::Moment local(const char* day, int hour, int minute) {
  const auto zone = platform::TimeZone::find(zone_name).value();
  return zone.moment_of(base::parse_day(day).value(), base::Minutes(60 * hour + minute));
}

class House {
 public:
  explicit House(base::Moment now, std::vector<VoiceSample> samples = voice_samples()) : now_(now) {
    database_ = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    vault_ = std::make_unique<platform::Vault>(
        store::open_vault(*database_, master.value(), platform::system_random(), now).value());
    EXPECT_TRUE(is_empty(*database_));
    const auto begun = std::chrono::steady_clock::now();
    furnish({.database = *database_,
             .vault = *vault_,
             .time_zone = zone_name,
             .line_numbers = {"+15550100100"},
             .now = now,
             .recordings = folder_ / "recordings",
             .samples = std::move(samples),
             .texts = texts_,
             .mails = mails_});
    took_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                  begun);
    EXPECT_FALSE(is_empty(*database_));
  }

  std::int64_t number(store::Sql sql, std::initializer_list<store::Value> parameters = {}) {
    std::int64_t found = 0;
    read([&](store::Transaction& tx) { found = tx.run(sql, parameters).at(0).integer(0); });
    return found;
  }
  /// Each row's columns, joined by blanks.
  std::vector<std::string> rows(store::Sql sql) {
    std::vector<std::string> found;
    read([&](store::Transaction& tx) {
      for (const store::Row& row : tx.run(sql)) found.push_back(row.text(0));
    });
    return found;
  }
  void read(const store::Job& job) { database_->read(job); }
  void write(const store::Job& job) { database_->write(job); }

  base::Moment now() const { return now_; }
  base::Day today() const { return platform::TimeZone::find(zone_name).value().local(now_).day; }
  app::Line line() const {
    return {.vault = *vault_,
            .random = platform::system_random(),
            .time_zone = zone_name,
            .own_numbers = {"+15550100100"}};
  }
  std::filesystem::path recordings() const { return folder_ / "recordings"; }
  std::chrono::milliseconds took() const { return took_; }
  store::Database& database() { return *database_; }

 private:
  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<platform::Vault> vault_;
  PlainWords texts_{notice::Channel::sms};
  PlainWords mails_{notice::Channel::email};
  base::Moment now_;
  std::chrono::milliseconds took_{};
};

// A Monday, the first minute of a Saturday's and of a holiday's morning, the last one of a night,
// and the end of a leap day.
inline const base::Moment monday = local("2026-11-23", 10, 0);
inline const base::Moment saturday = local("2026-11-28", 6, 0);
inline const base::Moment thanksgiving = local("2026-11-26", 6, 0);
inline const base::Moment before_dawn = local("2026-07-15", 5, 59);
inline const base::Moment leap_day = local("2028-02-29", 23, 59);
inline const base::Moment moments[] = {monday, saturday, thanksgiving, before_dawn, leap_day};

/// Furnished once for all tests.
inline House& house_at(base::Moment now) {
  static std::map<base::Moment, std::unique_ptr<House>> houses;
  auto& house = houses[now];
  if (!house) house = std::make_unique<House>(now);
  return *house;
}

}  // namespace demo
