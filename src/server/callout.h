// Everything put together: what `callout serve` runs, and what a scenario runs in process with a
// clock of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/vault.h"
#include "server/settings.h"
#include "store/database.h"

namespace server {

enum class Workers {
  threads,  // each on its own, woken by commits
  by_hand,  // only when `step` is called
};

enum class PracticeRooms {
  none,
  offered,  // each takes some ten threads and two ports of the loopback while it is used
};

struct Surroundings {
  platform::Clock clock = platform::system_clock();
  platform::Random random = platform::system_random();
  platform::Log log;
  Workers workers = Workers::threads;
  PracticeRooms practice = PracticeRooms::none;
  std::string vfs = {};  // SQLite's file layer; empty: the system's own
};

class Callout {
 public:
  /// Opens and migrates the database, checks the secret key, binds the port. A Problem names the
  /// setting.
  static base::Result<std::unique_ptr<Callout>> open(const Settings& settings,
                                                     Surroundings surroundings);
  ~Callout();
  Callout(const Callout&) = delete;
  Callout& operator=(const Callout&) = delete;

  std::uint16_t port() const;
  /// Serves on the calling thread until `stop`. False when the database reported that a sync
  /// failed: the process must exit and be started again.
  bool run();
  /// From any thread; twice is harmless.
  void stop();

  /// What the webhooks write through, for tests that set a scene.
  store::Database& database();
  const platform::Vault& vault() const;

  /// With Workers::by_hand: all workers in turn until none finds anything due at the clock's
  /// moment.
  void step();

 private:
  class House;
  explicit Callout(std::unique_ptr<House> house);
  std::unique_ptr<House> house_;
};

}  // namespace server
