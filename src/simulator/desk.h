// What the phone page asks of the simulator (api/simulator.yaml): whose telephones there are, what
// is done with them, what is heard, what goes over the wire; and the mishaps and the clock.
#pragma once

#include <string>
#include <vector>

#include "http/router.h"
#include "simulator/simulator.h"

namespace simulator {

/// Somebody's, to be picked on the page.
struct Telephone {
  std::string name;
  std::string note = {};      // "RN, Clinical"
  std::string number;         // E.164
  std::string language = {};  // "en", "es"; empty: not known
  std::string pin = {};       // of invented people
  std::string employee_number = {};
};

/// A ready-made sentence to say.
struct VoiceSample {
  std::string name;  // "fever"
  std::string words;
  std::string language;
  std::string wav;  // 8 kHz, 16 bit, mono
};

/// Where else to look.
struct Link {
  std::string name;  // "board", "mailbox"
  std::string url;
};

struct Desk {
  std::string mode = "simulator";  // or "practice"
  std::string number = {};         // what people call
  std::string sms_number = {};     // what people text
  std::vector<Telephone> telephones = {};
  std::vector<VoiceSample> samples = {};
  std::vector<Link> links = {};
};

/// Below `prefix` ("" or "/practice"). The simulator must outlive the routes.
std::vector<http::Route> desk_routes(Simulator& simulator, Desk desk,
                                     const std::string& prefix = {});

}  // namespace simulator
