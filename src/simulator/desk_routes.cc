#include <algorithm>
#include <memory>
#include <utility>

#include "base/bytes.h"
#include "simulator/desk_answers.h"
#include "simulator/desk_json.h"
#include "simulator/desk_reading.h"
#include "simulator/sound.h"

namespace simulator {
namespace {

namespace json = boost::json;

constexpr std::size_t most_calls_listed = 50;
constexpr std::size_t most_messages_listed = 200;
constexpr std::size_t most_exchanges_listed = 100;
// A minute of sound at 8 kHz and 16 bit, and ten pictures of half a megabyte in Base64.
constexpr std::size_t longest_voice = 60 * 16'000;
constexpr std::size_t longest_text = 8 * 1024 * 1024;

class DeskRoutes {
 public:
  DeskRoutes(Simulator& simulator, Desk desk) : simulator_(simulator), desk_(std::move(desk)) {}

  http::Response line() const { return json_answer(200, json_of(desk_)); }

  http::Response calls(const http::Request& request) const {
    const std::string with = query_value(request, "with");
    return simulator_.with([&](const World& world, Switchboard&, Texting&) {
      json::array listed;
      for (auto call = world.calls.rbegin(); call != world.calls.rend(); ++call) {
        if (listed.size() == most_calls_listed) break;
        if (with.empty() || call->from == with || call->to == with)
          listed.push_back(json_of(*call));
      }
      return json_answer(200, {{"calls", std::move(listed)}});
    });
  }

  http::Response dial(const http::Request& request) const {
    auto dial = read_dial(request, desk_);
    if (!dial) return refusal(422, dial.problem());
    return simulator_.with([&](World& world, Switchboard& switchboard, Texting&) {
      if (world.number(dial.value().to) == nullptr) return nobody_has(dial.value().to);
      const std::string sid = switchboard.ring(dial.value());
      return json_answer(201, json_of(*switchboard.view(sid), world));
    });
  }

  http::Response call(const http::Request& request) const {
    return simulator_.with([&](const World& world, Switchboard& switchboard, Texting&) {
      const auto view = switchboard.view(request.segments.at("sid"));
      return view ? json_answer(200, json_of(*view, world)) : not_there("call");
    });
  }

  http::Response press(const http::Request& request) const {
    const auto keys = read_keys(request);
    if (!keys) return refusal(422, keys.problem());
    return act(request, [&](Switchboard& switchboard, const std::string& sid) {
      return switchboard.press(sid, keys.value());
    });
  }

  http::Response speak(const http::Request& request) const {
    const auto spoken = read_voice(request, desk_);
    if (!spoken) return refusal(422, spoken.problem());
    return act(request, [&](Switchboard& switchboard, const std::string& sid) {
      return switchboard.speak(sid, spoken.value().samples, spoken.value().words);
    });
  }

  http::Response answer(const http::Request& request) const {
    return act(request, [](Switchboard& switchboard, const std::string& sid) {
      return switchboard.answer(sid);
    });
  }

  http::Response hang_up(const http::Request& request) const {
    return act(request, [](Switchboard& switchboard, const std::string& sid) {
      return switchboard.decline(sid) || switchboard.hang_up(sid);
    });
  }

  http::Response recording(const http::Request& request) const {
    return simulator_.with([&](World& world, Switchboard&, Texting&) {
      const Recording* recording = world.recording(request.segments.at("sid"));
      if (recording == nullptr || recording->wav.empty()) return not_there("recording");
      return sound(request, recording->wav);
    });
  }

  http::Response sample(const http::Request& request) const {
    const auto found =
        std::ranges::find(desk_.samples, request.segments.at("name"), &VoiceSample::name);
    return found == desk_.samples.end() ? not_there("sample") : sound(request, found->wav);
  }

  http::Response messages(const http::Request& request) const {
    const std::string with = query_value(request, "with");
    return simulator_.with([&](const World& world, Switchboard&, Texting&) {
      std::vector<const Message*> wanted;
      for (auto one = world.messages.rbegin(); one != world.messages.rend(); ++one) {
        if (wanted.size() == most_messages_listed) break;
        if (with.empty() || one->from == with || one->to == with) wanted.push_back(&*one);
      }
      json::array listed;
      for (auto one = wanted.rbegin(); one != wanted.rend(); ++one)
        listed.push_back(json_of(**one));
      return json_answer(200, {{"messages", std::move(listed)}});
    });
  }

  http::Response text(const http::Request& request) const {
    const auto incoming = read_text(request, desk_);
    if (!incoming) return refusal(422, incoming.problem());
    return simulator_.with([&](World& world, Switchboard&, Texting& texting) {
      if (world.number(incoming.value().to) == nullptr) return nobody_has(incoming.value().to);
      const std::string sid = texting.receive(incoming.value());
      return json_answer(201, json_of(*world.message(sid)));
    });
  }

  http::Response wire(const http::Request& request) const {
    const std::string subject = query_value(request, "subject");
    const auto after = query_number(request, "after");
    if (!after) return refusal(422, {"after", "is no number", "name the newest that you have"});
    return simulator_.with([&](const World& world, Switchboard&, Texting&) {
      std::vector<const Exchange*> wanted;
      for (auto one = world.wire.rbegin(); one != world.wire.rend(); ++one) {
        if (wanted.size() == most_exchanges_listed || one->number <= *after) break;
        if (subject.empty() || one->subject == subject) wanted.push_back(&*one);
      }
      json::array listed;
      for (auto one = wanted.rbegin(); one != wanted.rend(); ++one)
        listed.push_back(json_of(**one));
      return json_answer(200, {{"exchanges", std::move(listed)}});
    });
  }

  http::Response complaints() const {
    return simulator_.with([](const World& world, Switchboard&, Texting&) {
      json::array listed;
      for (auto one = world.complaints.rbegin(); one != world.complaints.rend(); ++one)
        listed.push_back(json_of(*one));
      return json_answer(200, {{"complaints", std::move(listed)}});
    });
  }

  http::Response chaos() const {
    return simulator_.with([](const World& world, Switchboard&, Texting&) {
      return json_answer(200, json_of(world.chaos));
    });
  }

  http::Response set_chaos(const http::Request& request) const {
    const auto body = read_json(request);
    if (!body) return refusal(422, body.problem());
    const auto wanted = read_chaos(body.value());
    if (!wanted) return refusal(422, wanted.problem());
    return simulator_.with([&](World& world, Switchboard&, Texting&) {
      world.chaos = wanted.value();
      return json_answer(200, json_of(world.chaos));
    });
  }

  http::Response set_ending(const http::Request& request) const {
    const auto ending = read_ending(request);
    if (!ending) return refusal(422, ending.problem());
    return simulator_.with([&](World&, Switchboard&, Texting& texting) {
      const auto& [number, status, code] = ending.value();
      texting.ends_badly(number, status, code);
      return done();
    });
  }

  http::Response clock() const {
    return json_answer(200, {{"now", iso(simulator_.now())}, {"speed", simulator_.speed()}});
  }

  http::Response set_clock(const http::Request& request) const {
    const auto speed = read_speed(request);
    if (!speed) return refusal(422, speed.problem());
    simulator_.set_speed(speed.value());
    return clock();
  }

  http::Answer events() const {
    auto stream = simulator_.events().subscribe();
    if (stream) return *std::move(stream);
    return refusal(503, {"", "as many pages watch already as can", "close one, and try again"});
  }

 private:
  /// What somebody does with the telephone in a call.
  template <class Act>
  http::Response act(const http::Request& request, const Act& act) const {
    const std::string& sid = request.segments.at("sid");
    return simulator_.with([&](World& world, Switchboard& switchboard, Texting&) {
      if (world.call(sid) == nullptr) return not_there("call");
      if (act(switchboard, sid)) return done();
      return refusal(409, {"", "the call is not at that any more", "look at it again"});
    });
  }

  Simulator& simulator_;
  Desk desk_;
};

}  // namespace

std::vector<http::Route> desk_routes(Simulator& simulator, Desk desk, const std::string& prefix) {
  const auto routes = std::make_shared<const DeskRoutes>(simulator, std::move(desk));
  std::vector<http::Route> table;
  const auto add = [&](http::Method method, const char* path, std::size_t limit, auto handler) {
    table.push_back({.method = method,
                     .pattern = prefix + "/api/" + path,
                     .body_limit = limit,
                     .handler = [routes, handler](const http::Request& request) -> http::Answer {
                       if constexpr (std::is_invocable_v<decltype(handler), const DeskRoutes&,
                                                         const http::Request&>) {
                         return std::invoke(handler, *routes, request);
                       } else {
                         return std::invoke(handler, *routes);
                       }
                     },
                     .on_error = {}});
  };
  using http::Method;
  constexpr std::size_t short_body = 4096;
  add(Method::get, "line", 0, &DeskRoutes::line);
  add(Method::get, "calls", 0, &DeskRoutes::calls);
  add(Method::post, "calls", short_body, &DeskRoutes::dial);
  add(Method::get, "calls/{sid}", 0, &DeskRoutes::call);
  add(Method::post, "calls/{sid}/keys", short_body, &DeskRoutes::press);
  add(Method::post, "calls/{sid}/voice", longest_voice, &DeskRoutes::speak);
  add(Method::post, "calls/{sid}/answer", short_body, &DeskRoutes::answer);
  add(Method::post, "calls/{sid}/hang-up", short_body, &DeskRoutes::hang_up);
  add(Method::get, "recordings/{sid}/audio", 0, &DeskRoutes::recording);
  add(Method::get, "samples/{name}/audio", 0, &DeskRoutes::sample);
  add(Method::get, "messages", 0, &DeskRoutes::messages);
  add(Method::post, "messages", longest_text, &DeskRoutes::text);
  add(Method::get, "wire", 0, &DeskRoutes::wire);
  add(Method::get, "complaints", 0, &DeskRoutes::complaints);
  add(Method::get, "chaos", 0, &DeskRoutes::chaos);
  add(Method::put, "chaos", short_body, &DeskRoutes::set_chaos);
  add(Method::put, "endings", short_body, &DeskRoutes::set_ending);
  add(Method::get, "clock", 0, &DeskRoutes::clock);
  add(Method::put, "clock", short_body, &DeskRoutes::set_clock);
  add(Method::get, "events", 0, &DeskRoutes::events);
  return table;
}

}  // namespace simulator
