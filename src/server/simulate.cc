#include "server/simulate.h"

#include <cstdio>
#include <map>
#include <system_error>
#include <utility>

#include "app/csv.h"
#include "server/stop_signal.h"
#include "server/voice_samples.h"
#include "simulator/desk_reading.h"

namespace server {
namespace {

using simulator::Telephone;

const std::map<std::string, std::string Telephone::*, std::less<>> columns{
    {"name", &Telephone::name}, {"number", &Telephone::number},
    {"note", &Telephone::note}, {"language", &Telephone::language},
    {"pin", &Telephone::pin},   {"employee_number", &Telephone::employee_number},
};

using Column = std::string Telephone::*;

base::Result<std::vector<Column>> read_header(const app::CsvRow& header) {
  std::vector<Column> order;
  for (const std::string& name : header.fields) {
    const auto found = columns.find(name);
    if (found == columns.end()) {
      return base::Problem{"--people", "has a column " + name + ", which means nothing here",
                           "name, number, note, language, pin and employee_number do"};
    }
    order.push_back(found->second);
  }
  return order;
}

base::Problem wrong_in(const app::CsvRow& row, const std::string& what, std::string remedy) {
  return {"--people", "line " + std::to_string(row.line) + " " + what, std::move(remedy)};
}

base::Result<Telephone> read_telephone(const app::CsvRow& row, const std::vector<Column>& order) {
  if (row.fields.size() > order.size())
    return wrong_in(row, "has more fields than there are columns",
                    "put what has a comma between quotation marks");
  Telephone telephone;
  for (std::size_t at = 0; at < row.fields.size(); ++at) telephone.*order[at] = row.fields[at];
  if (telephone.name.empty() || telephone.number.empty())
    return wrong_in(row, "has no name or number", "each telephone has both");
  if (!simulator::is_telephone(telephone.number))
    return wrong_in(row, "has a number that is none",
                    "write it as +15550100123, or as a carrier would");
  if (!telephone.language.empty() && telephone.language != "en" && telephone.language != "es")
    return wrong_in(row, "has a language that is not known here", "write en or es, or nothing");
  return telephone;
}

}  // namespace

base::Result<std::vector<Telephone>> read_telephones(const std::string& csv) {
  const auto rows = app::read_csv(csv);
  if (!rows) return base::Problem{"--people", rows.problem().what, rows.problem().remedy};
  if (rows.value().empty())
    return base::Problem{"--people", "is empty", "its first line names the columns: name,number"};
  const auto order = read_header(rows.value().front());
  if (!order) return order.problem();
  std::vector<Telephone> telephones;
  for (const app::CsvRow& row : std::span(rows.value()).subspan(1)) {
    auto telephone = read_telephone(row, order.value());
    if (!telephone) return telephone.problem();
    telephones.push_back(std::move(telephone).value());
  }
  return telephones;
}

int simulate(const Simulation& simulation) {
  StopSignal::block();
  try {
    SimulatorServer server(
        {.port = simulation.port,
         .account = {.sid = simulation.account_sid,
                     .auth_token = simulation.auth_token,
                     .api_key_sid = simulation.api_key_sid,
                     .api_key_secret = simulation.api_key_secret},
         .number = simulation.number,
         .media_base = simulation.media_base,
         .desk = {.telephones = simulation.telephones, .samples = voice_samples()},
         .clock = platform::system_clock(),
         .random = platform::system_random()});
    server.point_number_at(simulation.webhooks);
    server.simulator().set_speed(simulation.speed);
    std::printf("simulator ready on %s\n", server.url().c_str());
    std::fflush(stdout);
    const StopSignal signal([&server] { server.stop(); });
    server.serve();
    return 0;
  } catch (const std::system_error& error) {
    std::fprintf(stderr, "callout: --port %u can't be used: %s: name a free one\n",
                 static_cast<unsigned>(simulation.port), error.code().message().c_str());
    return 1;
  }
}

}  // namespace server
