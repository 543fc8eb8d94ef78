// For tests: the sign-in routes and whatever else is given, served on a free port, with a clock
// that the test turns. Times are Monday morning in New York.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "channels/api/guard.h"
#include "channels/api/session_routes.h"
#include "http/client.h"
#include "http/server.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace api {

class Door : public testing::Test {
 protected:
  static constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
  static constexpr const char* password = "four words that fit";

  explicit Door(bool is_secure = false)
      : site_{.origin = is_secure ? "https://callout.example" : "http://localhost:5000",
              .is_secure = is_secure} {
    EXPECT_TRUE(store::migrate(*database_).ok());
    database_->write([](store::Transaction& tx) { people(tx); });
    lanes_.emplace(*database_);
  }
  ~Door() override {
    if (server_) server_->stop(std::chrono::seconds(0));
    if (thread_.joinable()) thread_.join();
  }

  // 1 Ana is an employee, 5 Boss a manager with a password, 8 has left.
  static void people(store::Transaction& tx) {
    static const std::string hash = platform::hash_password(password);
    tx.run("INSERT INTO teams (id, name, created_at) VALUES (1, 'Clinical', 0)");
    tx.run(
        "INSERT INTO users (id, name, first_name, email, language, created_at, updated_at) VALUES"
        " (1, 'Ana Ruiz', 'Ana', 'Ana@example.org', 'es', 0, 0),"
        " (5, 'Bo Ss', 'Bo', 'boss@example.org', 'en', 0, 0),"
        " (8, 'Le Ft', 'Le', 'left@example.org', 'en', 0, 0)");
    tx.run("UPDATE users SET password_hash = $1 WHERE id IN (5, 8)", {hash});
    tx.run(
        "INSERT INTO team_members (id, user_id, employee_number, team_id, last_day, created_at)"
        " VALUES (1, 1, 'E1', 1, NULL, 0), (8, 8, 'E8', 1, '2026-11-22', 0)");
    tx.run("INSERT INTO user_roles (user_id, role) VALUES (1, 'employee'), (5, 'manager')");
    tx.run(
        "INSERT INTO phone_numbers (user_id, phone, is_shared, created_at) VALUES"
        " (1, '+15550100001', 0, 0), (5, '+15550100005', 1, 0), (1, '+15550100005', 1, 0)");
  }

  Guard guard() {
    return {*lanes_, clock(), platform::TimeZone::find("America/New_York").value(), site_};
  }
  platform::Clock clock() {
    return [this] {
      return base::from_epoch_seconds(now_.load());
    };
  }
  SignIn sign_in() {
    return {.lanes = *lanes_,
            .vault = vault_,
            .clock = clock(),
            .random = platform::system_random(),
            .time_zone = platform::TimeZone::find("America/New_York").value(),
            .organization = "Lakeside Clinic",
            .site = site_,
            .client_address = [](const http::Request& request) {
              return std::string(request.field("X-Test-Client").value_or("198.51.100.7"));
            }};
  }
  void serve(std::vector<http::Route> more = {}) {
    auto routes = session_routes(guard(), sign_in());
    for (auto& route : more) routes.push_back(std::move(route));
    server_.emplace(http::ServerOptions(), http::Router(std::move(routes)));
    thread_ = std::thread([this] { server_->run(); });
  }

  http::Response ask(http::Method method, const std::string& path, const std::string& body = {},
                     std::vector<http::Field> fields = {}) {
    http::Call call;
    call.method = method;
    call.url = "http://127.0.0.1:" + std::to_string(server_->port()) + "/api/v1" + path;
    call.body = body;
    call.fields = std::move(fields);
    if (!body.empty()) call.fields.push_back({"Content-Type", "application/json"});
    if (!cookie_.empty()) call.fields.push_back({"Cookie", cookie_});
    http::Client client;
    auto outcome = client.call(call);
    if (auto* response = std::get_if<http::Response>(&outcome)) return std::move(*response);
    ADD_FAILURE() << std::get<http::Unreachable>(outcome).why;
    return {.status = 0};
  }
  http::Response get(const std::string& path, std::vector<http::Field> fields = {}) {
    return ask(http::Method::get, path, {}, std::move(fields));
  }
  http::Response post(const std::string& path, const std::string& body,
                      std::vector<http::Field> fields = {}) {
    return ask(http::Method::post, path, body, std::move(fields));
  }
  http::Response sign_in_as(const std::string& email, const std::string& with,
                            const std::string& more = "") {
    return post("/session",
                R"({"email":")" + email + R"(","password":")" + with + "\"" + more + "}");
  }

  /// As a browser does: keeps what is set, forgets what is taken away.
  http::Response keep(http::Response response) {
    const auto set = response.field("Set-Cookie");
    if (!set) return response;
    cookie_ = std::string(set->substr(0, set->find(';')));
    if (cookie_.ends_with('=')) cookie_.clear();
    return response;
  }
  void pass(std::chrono::seconds time) { now_ += time.count(); }

  void write(const store::Job& job) { lanes_->write(job); }
  std::int64_t number(store::Sql sql) {
    std::int64_t value = 0;
    database_->read([&](store::Transaction& tx) { value = tx.run(sql).at(0).integer(0); });
    return value;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  platform::Vault vault_{platform::DataKey{}, platform::system_random()};
  Site site_;
  std::atomic<std::int64_t> now_{base::epoch_seconds(start)};
  std::string cookie_;
  std::optional<work::Lanes> lanes_;
  std::optional<http::Server> server_;
  std::thread thread_;
};

/// "/problems/invalid" and so on, in a problem document.
inline bool is_problem(const http::Response& response, std::string_view code) {
  return response.content_type == "application/problem+json" &&
         response.body.find("\"/problems/" + std::string(code) + "\"") != std::string::npos;
}

}  // namespace api
