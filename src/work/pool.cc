#include "work/pool.h"

#include <algorithm>

namespace work {

Pool::Pool(std::size_t threads, std::size_t capacity) : queue_(capacity) {
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i) {
    threads_.emplace_back([this] { serve(); });
  }
}

Pool::~Pool() {
  queue_.close();
  for (std::thread& thread : threads_) thread.join();
}

void Pool::serve() {
  for (;;) {
    const auto tasks = queue_.pop(1);
    if (tasks.empty()) return;
    tasks.front()();
  }
}

}  // namespace work
