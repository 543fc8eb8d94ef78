#include "demo/household.h"

#include <map>
#include <stdexcept>
#include <utility>

#include "app/import_people.h"
#include "demo/history.h"
#include "demo/holidays.h"
#include "demo/one_transaction.h"
#include "demo/people.h"
#include "platform/time_zone.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"
#include "store/queries/demo_household.h"
#include "store/queries/people_on_file.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr days holidays_known_ahead{400};
// Who hears of a team's call-outs besides its managers: the telephone of a desk.
std::vector<people::PhoneNumber> recipients_of(std::string_view team) {
  const char* desk = team == "Clinical" ? "+15550100150" : "+15550100151";
  return {people::PhoneNumber::parse(desk).value()};
}

leave::WorkingPattern twelve_hours(std::chrono::hours starts,
                                   std::initializer_list<std::chrono::weekday> weekdays) {
  const leave::Shift shift{
      .starts = starts, .ends = (starts + hours(12)) % hours(24), .paid = hours(12)};
  leave::WorkingPattern pattern;
  for (const auto weekday : weekdays)
    pattern.days.push_back({.week = 0, .weekday = weekday, .shift = shift});
  return pattern;
}

/// The day on which they all begin, 90 days ago.
class MovingIn {
 public:
  MovingIn(store::Transaction& tx, const Parts& parts) : tx_(tx), parts_(parts) {
    const auto zone = platform::TimeZone::find(parts.time_zone).value();
    today_ = zone.local(parts.now).day;
    first_ = today_ - history_days;
    now_ = zone.moment_of(first_, hours(8));
  }

  void move_in(const std::string& password_hash) {
    import();
    add_holidays();
    add_patterns();
    for (const auto& [persona, person] : on_file()) settle(*persona, person, password_hash);
  }

 private:
  struct Person {
    people::UserId user;
    people::MemberId member;
  };

  void import() {
    OneTransaction database(tx_, parts_.database.dialect());
    app::ImportOptions options;
    options.source = "people.csv";
    for (const std::string& number : parts_.line_numbers)
      options.line_numbers.push_back(people::PhoneNumber::parse(number).value());
    options.rules = {.time_zone = parts_.time_zone,
                     .team_recipients = recipients_of,
                     .today = first_,
                     .now = now_};
    const auto plan = app::plan_import(people_csv(today_), store::read_on_file(tx_), parts_.vault,
                                       platform::system_random(), options);
    if (!plan || !plan.value().problems.empty())
      throw std::logic_error("the demo's people can't be imported");
    app::carry_out_import(database, plan.value(), options);
  }

  void add_holidays() {
    for (const Holiday& holiday : holidays_within({first_, today_ + holidays_known_ahead}))
      store::add_holiday(tx_, holiday.day, holiday.name);
  }

  void add_patterns() {
    using namespace std::chrono;
    nights_ = store::add_pattern(tx_, "Nights",
                                 twelve_hours(hours(19), {Monday, Tuesday, Wednesday, Thursday}));
    weekends_ =
        store::add_pattern(tx_, "Weekends", twelve_hours(hours(7), {Friday, Saturday, Sunday}));
  }

  std::vector<std::pair<const Persona*, Person>> on_file() {
    std::map<std::string, Person> known;
    for (const store::PersonOnFile& person : store::read_on_file(tx_).people) {
      if (person.member) known.emplace(person.employee_number, Person{person.user, *person.member});
    }
    std::vector<std::pair<const Persona*, Person>> found;
    for (const Persona& persona : personas())
      found.emplace_back(&persona, known.at(persona.employee_number));
    return found;
  }

  void settle(const Persona& persona, const Person& person, const std::string& password_hash) {
    if (has_password(persona)) store::set_password(tx_, person.user, password_hash, now_);
    if (!persona.scope.empty()) store::narrow_scope(tx_, person.user, persona.scope);
    switch (persona.hours) {
      case WorkingHours::office: return;
      case WorkingHours::nights: return store::set_pattern(tx_, person.member, nights_);
      case WorkingHours::weekends: return store::set_pattern(tx_, person.member, weekends_);
    }
  }

  store::Transaction& tx_;
  const Parts& parts_;
  base::Day today_;
  base::Day first_;
  base::Moment now_;
  store::PatternId nights_;
  store::PatternId weekends_;
};

bool is_empty(store::Transaction& tx) {
  return store::read_on_file(tx).people.empty();
}

}  // namespace

bool is_empty(store::Database& database) {
  bool empty = false;
  database.read([&](store::Transaction& tx) { empty = is_empty(tx); });
  return empty;
}

void furnish(const Parts& parts) {
  const std::string password_hash = platform::hash_password(password);
  parts.database.write(store::Job([&](store::Transaction& tx) {
    if (!is_empty(tx)) throw std::logic_error("the demo moves into an empty database only");
    MovingIn(tx, parts).move_in(password_hash);
    live(tx, parts);
  }));
}

}  // namespace demo
