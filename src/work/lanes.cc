#include "work/lanes.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "work/pool.h"
#include "work/writer.h"

namespace work {
namespace {

using Reply = http::Deferred::Reply;

std::exception_ptr overload(const char* lane) {
  return std::make_exception_ptr(Overload(std::string("too much waits to ") + lane));
}

/// Runs `f`, which leaves an answer, and hands over what came of it. A failure is let go of here
/// before the other thread has it: ThreadSanitizer does not see that libstdc++ counts its owners
/// atomically.
template <class F>
void run_and_reply(const Reply& reply, F f) {
  std::variant<http::Answer, std::exception_ptr> outcome = std::exception_ptr();
  try {
    outcome = f();
  } catch (...) {
    outcome = std::current_exception();
  }
  reply(std::move(outcome));
}

/// Outcomes of the jobs of one waiting caller.
class Outcomes {
 public:
  explicit Outcomes(std::size_t count) : outcomes_(count), missing_(count) {}

  void set(std::size_t place, std::exception_ptr outcome) {
    const std::lock_guard lock(mutex_);
    outcomes_[place] = std::move(outcome);
    if (--missing_ == 0) complete_.notify_one();
  }

  std::vector<std::exception_ptr> wait() {
    std::unique_lock lock(mutex_);
    complete_.wait(lock, [this] { return missing_ == 0; });
    return std::move(outcomes_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable complete_;
  std::vector<std::exception_ptr> outcomes_;
  std::size_t missing_;
};

}  // namespace

struct Lanes::Core {
  store::Database& database;
  std::function<void()> on_handled;
  Pool readers;
  Pool slow;
  Writer writer;
};

Lanes::Lanes(store::Database& database, LaneSizes sizes, std::function<void()> on_broken,
             std::function<void()> on_handled)
    : core_(new Core{database,
                     std::move(on_handled),
                     {sizes.read_threads, sizes.queue},
                     {sizes.slow_threads, sizes.queue},
                     {database, sizes.queue, sizes.batch, std::move(on_broken)}}) {}

Lanes::~Lanes() = default;

http::Answer Lanes::write_on_lane(Work work) {
  return http::Deferred{[core = core_.get(), work = std::move(work)](Reply reply) {
    const auto answer = std::make_shared<std::optional<http::Answer>>();
    auto job = [work, answer](store::Transaction& transaction) {
      *answer = work(transaction);
    };
    auto done = [core, reply, answer](std::exception_ptr failure) {
      if (failure) return reply(std::move(failure));
      reply(std::move(**answer));
      if (core->on_handled) core->on_handled();
    };
    if (!core->writer.try_write({std::move(job), std::move(done)})) reply(overload("be written"));
  }};
}

http::Answer Lanes::read_on_lane(Work work) {
  return http::Deferred{[core = core_.get(), work = std::move(work)](Reply reply) {
    auto task = [core, work, reply] {
      run_and_reply(reply, [&] {
        std::optional<http::Answer> answer;
        core->database.read([&](store::Transaction& snapshot) { answer = work(snapshot); });
        return std::move(*answer);
      });
    };
    if (!core->readers.try_run(std::move(task))) reply(overload("be read"));
  }};
}

http::Answer Lanes::slow(std::function<http::Answer()> f) {
  return http::Deferred{[core = core_.get(), f = std::move(f)](Reply reply) {
    auto task = [f, reply] {
      run_and_reply(reply, f);
    };
    if (!core->slow.try_run(std::move(task))) reply(overload("be computed"));
  }};
}

std::vector<std::exception_ptr> Lanes::write(std::span<const store::Job> jobs) {
  const auto outcomes = std::make_shared<Outcomes>(jobs.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto done = [outcomes, i](std::exception_ptr failure) {
      outcomes->set(i, std::move(failure));
    };
    if (core_->writer.write({jobs[i], done})) continue;
    outcomes->set(i, std::make_exception_ptr(store::Failure("the server is closing")));
  }
  return outcomes->wait();
}

void Lanes::read(const store::Job& job) {
  core_->database.read(job);
}

store::Dialect Lanes::dialect() const {
  return core_->database.dialect();
}

void Lanes::on_change(OnChange listener) {
  core_->database.on_change(std::move(listener));
}

}  // namespace work
