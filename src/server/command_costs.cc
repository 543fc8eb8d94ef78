#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <ostream>

#include "server/commands.h"
#include "server/costs.h"

namespace server {
namespace {

struct Asked {
  Prices prices;
  MonthOfUse use;
};

/// One number that may be set: of the prices or of the use.
template <class Part>
struct Amount {
  const char* option;
  Millionths Part::* place;
  Millionths most;
  const char* meaning;
};

constexpr std::array<Amount<MonthOfUse>, 6> uses = {{
    {"--call-outs", &MonthOfUse::call_outs, 100'000 * one, "call-outs a month"},
    {"--share-by-phone", &MonthOfUse::share_by_phone, one, "of them call, the others text"},
    {"--minutes-per-call", &MonthOfUse::minutes_per_call, 60 * one, "each begun minute counts"},
    {"--managers-texted", &MonthOfUse::managers_texted, 100 * one, "told of each call-out by text"},
    {"--share-acknowledged", &MonthOfUse::share_acknowledged, one,
     "of them are answered by a manager's text"},
    {"--days-stored", &MonthOfUse::days_stored, 3660 * one,
     "until a recording is deleted at the provider"},
}};

constexpr Millionths highest_price = 1000 * one;
constexpr std::array<Amount<Prices>, 8> prices = {{
    {"--number", &Prices::number, highest_price, "a month"},
    {"--registration", &Prices::registration, highest_price,
     "a month, for texting from a ten-digit number"},
    {"--call-minute", &Prices::call_minute, highest_price, "of a call to the line"},
    {"--recorded-minute", &Prices::recorded_minute, highest_price, "on top, while it is recorded"},
    {"--stored-minute", &Prices::stored_minute, highest_price, "a month, in the provider's store"},
    {"--text-in", &Prices::text_in, highest_price, "to the line"},
    {"--text-out", &Prices::text_out, highest_price, "from the line"},
    {"--carrier-fee", &Prices::carrier_fee, highest_price, "for each text out, from the carriers"},
}};

template <class Part>
void add_amount(CLI::App& command, const char* group, const Amount<Part>& amount,
                const std::shared_ptr<Asked>& asked, Part Asked::* part) {
  const auto take = [asked, part, amount](const std::string& text) {
    const auto read = read_amount(text, amount.most);
    if (!read) {
      const std::string words = read.problem().what + ": " + read.problem().remedy;
      throw CLI::ValidationError(amount.option, words);
    }
    (*asked).*part.*amount.place = read.value();
  };
  command.add_option_function<std::string>(amount.option, take, amount.meaning)
      ->type_name("[" + count_in_words((*asked).*part.*amount.place) + "]")
      ->group(group);
}

}  // namespace

void add_costs(CLI::App& app, const World& world, int& status) {
  CLI::App* command =
      app.add_subcommand("costs", "Prints what the line costs a month at the provider");
  command->footer(
      "Examples:\n"
      "  callout costs                                       the table of the setup guide\n"
      "  callout costs --call-outs 60 --managers-texted 3    your own month\n"
      "  callout costs --text-out 0.0083 --registration 10   your provider's prices");
  const auto asked = std::make_shared<Asked>();
  for (const auto& amount : uses) {
    add_amount(*command, "Options", amount, asked, &Asked::use);
  }
  for (const auto& amount : prices) {
    add_amount(*command, "The prices, in dollars", amount, asked, &Asked::prices);
  }
  command->callback([&world, &status, asked] {
    world.out << costs_markdown(monthly_costs(asked->prices, asked->use));
    status = 0;
  });
}

}  // namespace server
