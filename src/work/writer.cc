#include "work/writer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace work {
namespace {

bool is_broken(const std::exception_ptr& outcome) {
  if (!outcome) return false;
  try {
    std::rethrow_exception(outcome);
  } catch (const store::Broken&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

Writer::Writer(store::Database& database, std::size_t capacity, std::size_t batch,
               std::function<void()> on_broken)
    : database_(database),
      batch_(std::max<std::size_t>(batch, 1)),
      on_broken_(std::move(on_broken)),
      queue_(capacity),
      thread_([this] { serve(); }) {}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

void Writer::serve() {
  for (;;) {
    auto entries = queue_.pop(batch_);
    if (entries.empty()) return;
    std::vector<store::Job> jobs;
    jobs.reserve(entries.size());
    for (Entry& entry : entries) jobs.push_back(std::move(entry.job));
    auto outcomes = commit(jobs);
    stop_if_broken(outcomes);
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i].done(std::move(outcomes[i]));
  }
}

std::vector<std::exception_ptr> Writer::commit(const std::vector<store::Job>& jobs) {
  if (broken_) return {jobs.size(), broken_};
  try {
    auto outcomes = database_.write(std::span(jobs));
    if (outcomes.size() == jobs.size()) return outcomes;
    throw store::Failure("the database did not account for every job");
  } catch (...) {
    return {jobs.size(), std::current_exception()};
  }
}

void Writer::stop_if_broken(const std::vector<std::exception_ptr>& outcomes) {
  if (broken_) return;
  const auto found = std::find_if(outcomes.begin(), outcomes.end(), is_broken);
  if (found == outcomes.end()) return;
  broken_ = *found;
  if (on_broken_) on_broken_();
}

}  // namespace work
