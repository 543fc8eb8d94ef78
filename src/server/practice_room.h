// One person's room to practise in.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "channels/api/viewer.h"
#include "http/router.h"
#include "server/sandbox.h"

namespace server {

class PracticeRoom {
 public:
  /// Takes a moment. `folder` is the room's own, and deleted with it. Throws std::runtime_error in
  /// words when it can't be opened, std::system_error when there is no port.
  PracticeRoom(const Settings& live, const api::Viewer& who, std::filesystem::path folder);
  ~PracticeRoom();
  PracticeRoom(const PracticeRoom&) = delete;
  PracticeRoom& operator=(const PracticeRoom&) = delete;

  /// `request` as the desk knows it, "/api/calls". Thread-safe.
  http::Answer answer(http::Request request) const;

 private:
  std::filesystem::path folder_;
  Sandbox sandbox_;
  std::unique_ptr<const http::Router> desk_;
  std::thread serving_;
};

}  // namespace server
