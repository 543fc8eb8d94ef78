#include "simulator/rest.h"

#include <iterator>
#include <utility>

#include "simulator/rest_account.h"
#include "simulator/rest_calls.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_messages.h"
#include "simulator/rest_numbers.h"
#include "simulator/rest_recordings.h"
#include "simulator/rest_transcriptions.h"

namespace simulator {
namespace {

http::Response nothing(const Asked& asked) {
  return not_found(asked.request);
}

/// Whatever else is asked for below the account.
std::vector<http::Route> routes_to_nothing(const Everything& everything) {
  std::vector<http::Route> routes;
  std::string path;
  for (const char* segment : {"/{a}", "/{b}", "/{c}", "/{d}", "/{e}"}) {
    path += segment;
    for (const auto method : {http::Method::get, http::Method::post, http::Method::del}) {
      routes.push_back(route_behind_door(everything, method, path, nothing));
    }
  }
  return routes;
}

}  // namespace

std::vector<http::Route> rest_routes(const Everything& everything) {
  std::vector<http::Route> all;
  for (auto&& some :
       {account_routes(everything), message_routes(everything), media_routes(everything),
        call_routes(everything), recording_routes(everything), transcription_routes(everything),
        number_routes(everything), routes_to_nothing(everything)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace simulator
