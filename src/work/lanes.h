// Where a handler's work runs. A handler returns one of these; the I/O thread goes on at once.
//   read   a few threads, each job on a snapshot of its own
//   write  one thread, many jobs to a commit: while one fsync runs, the next batch collects
//   slow   a few threads for what needs no database and takes long: password hashing, decrypting
//   audio
// Every lane is bounded; a full one answers at once with Overload.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "http/message.h"
#include "store/database.h"

namespace work {

/// Thrown to the route's OnError (as an exception of the answer) when a lane is full.
class Overload : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct LaneSizes {
  std::size_t read_threads = 2;
  std::size_t slow_threads = 1;
  std::size_t queue = 4096;  // waiting jobs per lane
  std::size_t batch = 512;   // jobs per commit
};

/// Work inside a transaction that ends in an answer. A lambda that returns nothing is a store::Job
/// and runs at once; one that returns an answer is a handler's and runs on its lane.
template <class F>
concept Answering = std::is_invocable_r_v<http::Answer, F&, store::Transaction&>;

/// Also a store::Database: what is written through it shares the commits of the handlers' writes,
/// so that workers and webhooks need no second writer. Its `write` waits; call it from workers,
/// never from the I/O thread. Destroying it finishes what was accepted and joins the threads; the
/// database must outlive it.
class Lanes final : public store::Database {
 public:
  /// `on_broken` is called once, on the writer's thread, when the database reported store::Broken;
  /// all later writes fail. `on_handled` is called there after each commit of a handler's write:
  /// what it wrote may have given others work. Both must be cheap and must not throw.
  explicit Lanes(store::Database& database, LaneSizes sizes = {},
                 std::function<void()> on_broken = {}, std::function<void()> on_handled = {});
  ~Lanes() override;

  /// What `f` returns is sent only after its commit is durable. `f` may run again.
  template <Answering F>
  http::Answer write(F f) {
    return write_on_lane(std::move(f));
  }
  template <Answering F>
  http::Answer read(F f) {
    return read_on_lane(std::move(f));
  }
  http::Answer slow(std::function<http::Answer()> f);

  /// Waits for room, and leaves half of the lane to the handlers.
  std::vector<std::exception_ptr> write(std::span<const store::Job> jobs) override;
  /// Runs on the calling thread.
  void read(const store::Job& job) override;
  store::Dialect dialect() const override;
  /// Handed to the database below, which calls it on the writer's thread.
  void on_change(OnChange listener) override;
  using store::Database::write;

 private:
  using Work = std::function<http::Answer(store::Transaction&)>;
  http::Answer write_on_lane(Work work);
  http::Answer read_on_lane(Work work);

  struct Core;
  std::unique_ptr<Core> core_;
};

}  // namespace work
