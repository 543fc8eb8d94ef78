#include "channels/api/recordings.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "app/kept_recording.h"
#include "app/listen_link.h"
#include "http/client.h"
#include "http/server.h"
#include "store/migrate.h"
#include "store/queries/accounts.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace api {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using http::Method;
using store::RecordingState;

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
constexpr std::int64_t boss = 5;
constexpr std::int64_t eva = 6;  // manager too; reads Spanish
constexpr std::int64_t other = 7;
const std::string sound = "RIFF0123456789";

/// The server's part that lets people hear, on a port of its own.
class Listen : public testing::Test {
 protected:
  Listen() {
    EXPECT_TRUE(store::migrate(*database_).ok());
    database_->write([&](store::Transaction& tx) {
      people(tx);
      call_outs(tx);
    });
    lanes_.emplace(*database_);
    http::ServerOptions options;
    std::vector<http::Route> routes = listen_routes(listening());
    routes.push_back(session_route());
    server_.emplace(options, http::Router(std::move(routes)));
    thread_ = std::thread([this] { server_->run(); });
  }
  ~Listen() override {
    server_->stop(0s);
    thread_.join();
  }

  static void people(store::Transaction& tx) {
    tx.run("INSERT INTO teams (id, name, created_at) VALUES (1, 'Clinical', 0), (2, 'Billing', 0)");
    tx.run(
        "INSERT INTO users (id, name, first_name, language, created_at, updated_at) VALUES"
        " (1, 'Ana Ruiz', 'Ana', 'en', 0, 0), (5, 'Boss', 'Boss', 'en', 0, 0),"
        " (6, 'Eva', 'Eva', 'es', 0, 0), (7, 'Other', 'Other', 'en', 0, 0)");
    tx.run(
        "INSERT INTO team_members (id, user_id, employee_number, team_id, created_at)"
        " VALUES (1, 1, 'E1', 1, 0)");
    tx.run(
        "INSERT INTO user_roles (user_id, role) VALUES (5, 'manager'), (6, 'manager'), (7, "
        "'manager')");
    tx.run("INSERT INTO managers (id, user_id, created_at) VALUES (5, 5, 0), (6, 6, 0), (7, 7, 0)");
    tx.run("INSERT INTO scopes (manager_id, team_id) VALUES (5, 1), (6, 1), (7, 2)");
  }
  // Ana's call-out (1) with the recording 1; another of hers (2) with the recording 2.
  void call_outs(store::Transaction& tx) {
    tx.run(
        "INSERT INTO call_out_records (id, receipt_number, member_id, day, source, verified,"
        " authentication_method, message_text, created_at) VALUES"
        " (1, 114, 1, '2026-11-23', 'phone', 1, 'pin', $1, 0),"
        " (2, 115, 1, '2026-11-24', 'phone', 1, 'pin', NULL, 0)",
        {vault_.seal("call_out_records.message_text", "canary fever")});
    for (const auto& [id, call] : {std::pair{1, "CA1"}, {2, "CA2"}}) {
      const std::string sid = "RE" + std::to_string(id);
      store::hear_of_recording(tx, {sid, call, RecordingState::ready, 5}, start);
      store::link_recordings(tx, call, store::CallOutId(id));
      keep(tx, id);
    }
  }
  void keep(store::Transaction& tx, std::int64_t id) {
    const auto name =
        app::keep_recording(vault_, folder_ / "recordings", store::RecordingId(id), sound);
    store::mark_recording_kept(tx, store::RecordingId(id), {"audio/wav", name, 14, 5}, start);
  }

  Listening listening() {
    return {.lanes = *lanes_,
            .vault = vault_,
            .catalogue = catalogue_,
            .clock = [this] { return base::from_epoch_seconds(now_.load()); },
            .log = platform::Log(platform::Level::debug, log_),
            .time_zone = platform::TimeZone::find("America/New_York").value(),
            .folder = folder_ / "recordings"};
  }

  /// As the web application's route will be, but that it believes who one says one is.
  http::Route session_route() {
    return {Method::get,
            "/session/{user}/{recording}",
            1024,
            [listening = listening()](const http::Request& request) {
              return listening.lanes.write([listening, request](store::Transaction& tx) {
                const store::RecordingId id(std::stoll(request.segments.at("recording")));
                const people::UserId user(std::stoll(request.segments.at("user")));
                return play(tx, listening, request, {id, user, store::HeardBy::session},
                            [&catalogue = listening.catalogue](Refusal refusal) {
                              return listen_refusal(catalogue, {}, refusal);
                            });
              });
            },
            {}};
  }

  std::string token(std::int64_t user = boss, std::int64_t call_out = 1,
                    base::Moment expires = start + app::listen_link_lasts) {
    return app::write_listen_token(vault_,
                                   {store::CallOutId(call_out), people::UserId(user), expires});
  }
  http::Response ask(Method method, const std::string& path, const std::string& range = "") {
    http::Call call;
    call.method = method;
    call.url = "http://127.0.0.1:" + std::to_string(server_->port()) + path;
    if (!range.empty()) call.fields = {{"Range", range}};
    http::Client client;
    auto outcome = client.call(call);
    if (auto* response = std::get_if<http::Response>(&outcome)) return std::move(*response);
    ADD_FAILURE() << std::get<http::Unreachable>(outcome).why;
    return {.status = 0};
  }
  http::Response page(const std::string& link) { return ask(Method::get, "/listen/" + link); }
  static std::string audio_path(const std::string& link, const std::string& recording = "1") {
    return "/listen/" + link + "/" + recording + "/audio";
  }
  http::Response audio(const std::string& link, const std::string& range = "",
                       const std::string& recording = "1") {
    return ask(Method::get, audio_path(link, recording), range);
  }

  void run(store::Sql sql) {
    lanes_->write(store::Job([&](store::Transaction& tx) { tx.run(sql); }));
  }
  void set(const char* name, const std::string& value) {
    lanes_->write(store::Job(
        [&](store::Transaction& tx) { store::put_setting(tx, name, value, {}, start); }));
  }
  std::int64_t listens() {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) {
      count = tx.run("SELECT COUNT(*) FROM recording_listens").at(0).integer(0);
    });
    return count;
  }
  void expect_refused(const std::string& link, int status, const std::string& words) {
    for (const http::Response& answer : {page(link), audio(link), audio(link, "bytes=5-")}) {
      EXPECT_EQ(answer.status, status) << words;
      EXPECT_NE(answer.body.find(words), std::string::npos) << answer.body;
      EXPECT_EQ(answer.body.find("RIFF"), std::string::npos);
      EXPECT_EQ(answer.body.find("01234"), std::string::npos);
    }
    EXPECT_EQ(listens(), 0);
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  platform::Vault vault_{platform::DataKey{}, platform::system_random()};
  text::Catalogue catalogue_ = text::Catalogue::embedded();
  std::atomic<std::int64_t> now_{base::epoch_seconds(start)};
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  std::optional<work::Lanes> lanes_;
  std::optional<http::Server> server_;
  std::thread thread_;
};

TEST_F(Listen, ThePageHasAPlayerAndSaysNothingPersonal) {
  const http::Response answer = page(token());
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
  for (const std::string& expected :
       {std::string("Recording of call-out #114"), std::string("Monday, November 23"),
        std::string("5 seconds"), "src=\"" + token() + "/1/audio\"",
        std::string("preload=\"none\"")}) {
    EXPECT_NE(answer.body.find(expected), std::string::npos) << expected;
  }
  for (const char* personal : {"Ana", "Ruiz", "fever", "Clinical", "Boss", "<script"}) {
    EXPECT_EQ(answer.body.find(personal), std::string::npos) << personal;
  }
  EXPECT_EQ(listens(), 0) << "opening the page is not listening";
}

TEST_F(Listen, ThePageIsInTheReadersLanguage) {
  const std::string body = page(token(eva)).body;
  EXPECT_NE(body.find("<html lang=\"es\">"), std::string::npos);
  EXPECT_NE(body.find("lunes 23 de noviembre"), std::string::npos);
}

TEST_F(Listen, NeitherPageNorSoundMayBeKeptFramedOrTold) {
  for (const http::Response& answer : {page(token()), audio(token()), page("garbage")}) {
    EXPECT_EQ(answer.field("Cache-Control"), "no-store");
    EXPECT_EQ(answer.field("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(answer.field("Content-Security-Policy")->starts_with("default-src 'none'"));
  }
  EXPECT_EQ(page(token()).field("Content-Security-Policy")->find("script"), std::string::npos);
  EXPECT_EQ(audio(token()).field("Content-Disposition"), "inline");
}

TEST_F(Listen, TheSoundIsWhatWasKept) {
  const http::Response whole = audio(token());
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.content_type, "audio/wav");
  EXPECT_EQ(whole.body, sound);
  EXPECT_EQ(whole.field("Accept-Ranges"), "bytes");
}

TEST_F(Listen, ThePlayerInAMailFindsTheFirstRecording) {
  const http::Response first = ask(Method::get, "/listen/" + token() + "/audio");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, sound);
  EXPECT_EQ(ask(Method::get, "/listen/" + token(other) + "/audio").status, 403);
  lanes_->write(store::Job(
      [](store::Transaction& tx) { tx.run("UPDATE recordings SET call_out_id = NULL"); }));
  EXPECT_EQ(ask(Method::get, "/listen/" + token() + "/audio").status, 404);
}

TEST_F(Listen, APlayerMaySeek) {
  const http::Response part = audio(token(), "bytes=4-6");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "012");
  EXPECT_EQ(part.field("Content-Range"), "bytes 4-6/14");
  EXPECT_EQ(audio(token(), "bytes=14-").status, 416);
}

TEST_F(Listen, EachListeningIsLoggedOnceHoweverManyPartsItTakes) {
  audio(token(), "bytes=0-1");
  audio(token(), "bytes=0-");
  audio(token(), "bytes=9-");
  EXPECT_EQ(listens(), 1);
  now_ += 3600;
  audio(token(), "bytes=1-");
  EXPECT_EQ(listens(), 2) << "nor is one hidden by leaving out the first byte";
  audio(token(eva));
  EXPECT_EQ(listens(), 3);
  database_->read([](store::Transaction& tx) {
    const auto row = tx.run("SELECT recording_id, user_id, by_link FROM recording_listens").at(0);
    EXPECT_EQ(row.integer(0), 1);
    EXPECT_EQ(row.integer(1), boss);
    EXPECT_EQ(row.text(2), "link");
  });
}

TEST_F(Listen, AskingForTheHeadersIsNotListening) {
  const http::Response head = ask(Method::head, audio_path(token()));
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(ask(Method::head, "/listen/" + token()).status, 200);
  EXPECT_EQ(listens(), 0);
}

TEST_F(Listen, NothingElseIsChangedByAGet) {
  const auto all_but_listens = [&] {
    std::string text;
    database_->read([&](store::Transaction& tx) {
      for (const store::Row& row :
           tx.run("SELECT state, attempts, next_attempt_at FROM recordings")) {
        text += row.text(0) + std::to_string(row.integer(1)) + std::to_string(row.integer(2)) + ";";
      }
      const auto counts = tx.run(
          "SELECT (SELECT COUNT(*) FROM audit_entries) + (SELECT COUNT(*) FROM outbox)"
          " + (SELECT COUNT(*) FROM alarms) + (SELECT COUNT(*) FROM attempts)");
      text += std::to_string(counts.at(0).integer(0));
    });
    return text;
  };
  const std::string before = all_but_listens();
  page(token());
  audio(token());
  EXPECT_EQ(all_but_listens(), before);
  EXPECT_EQ(listens(), 1);
}

TEST_F(Listen, GarbageAndAForeignRecordingGetTheSameAnswer) {
  std::string altered = token();
  altered.back() = altered.back() == '0' ? '1' : '0';
  for (const std::string& link : {std::string("garbage"), altered, std::string(9000, '1'),
                                  std::string("1.5.9999999999"), token().substr(0, 20)}) {
    expect_refused(link, 404, "There is nothing here");
    EXPECT_NE(page(link).body.find("Aquí no hay nada"), std::string::npos);
  }
  const http::Response foreign = audio(token(), "", "2");
  EXPECT_EQ(foreign.status, 404);
  for (const char* missing : {"99", "0", "-1", "abc", "1x", "99999999999999999999"}) {
    EXPECT_EQ(audio(token(), "", missing).status, 404) << missing;
    EXPECT_EQ(audio(token(), "", missing).body, foreign.body) << missing;
  }
  EXPECT_EQ(listens(), 0);
}

TEST_F(Listen, ALinkWorksForSeventyTwoHours) {
  now_ += base::epoch_seconds(base::Moment(72h)) - 1;
  EXPECT_EQ(audio(token()).status, 200);
  run("DELETE FROM recording_listens");
  now_ += 1;
  expect_refused(token(), 410, "expired");
}

TEST_F(Listen, ALinkIsVoidWhenHrSwitchesThemOff) {
  set("recording_links", "off");
  expect_refused(token(), 403, "no longer valid");
  set("recording_links", "on");
  EXPECT_EQ(audio(token()).status, 200);
}

TEST_F(Listen, ALinkMadeBeforeTheyWereTakenBackIsVoid) {
  set("recording_links_since", std::to_string(base::epoch_seconds(start) + 1));
  expect_refused(token(), 403, "no longer valid");
  EXPECT_EQ(audio(token(boss, 1, start + 1s + app::listen_link_lasts)).status, 200);
}

TEST_F(Listen, TheRightIsJudgedAgainAtEachRequest) {
  EXPECT_EQ(audio(token(), "bytes=0-1").status, 206);
  run("DELETE FROM recording_listens");
  run("DELETE FROM scopes WHERE manager_id = 5");
  expect_refused(token(), 403, "no longer valid");
  expect_refused(token(other), 403, "no longer valid");
  expect_refused(token(99), 403, "no longer valid");
}

TEST_F(Listen, WhatHasNotArrivedYetIsSaidPlainly) {
  for (const auto& [state, words] : {std::pair{"announced", "not been fetched yet"},
                                     {"ready", "not been fetched yet"},
                                     {"absent", "No message was left"},
                                     {"failed", "could not be fetched"},
                                     {"deleted", "has been deleted"}}) {
    lanes_->write(store::Job([&, state = state](store::Transaction& tx) {
      tx.run("UPDATE recordings SET state = $1", {state});
    }));
    const http::Response answer = page(token());
    EXPECT_EQ(answer.status, 200) << state;
    EXPECT_NE(answer.body.find(words), std::string::npos) << state << answer.body;
    EXPECT_EQ(answer.body.find("<audio"), std::string::npos) << state;
    EXPECT_EQ(audio(token()).status, 404) << state;
  }
  EXPECT_EQ(listens(), 0);
}

TEST_F(Listen, ACallOutWithoutARecordingSaysSo) {
  run("UPDATE recordings SET call_out_id = NULL");
  EXPECT_NE(page(token()).body.find("No message was left"), std::string::npos);
  EXPECT_EQ(audio(token()).status, 404);
}

TEST_F(Listen, InASessionTheSameRightsHold) {
  const http::Response heard = ask(Method::get, "/session/5/2", "bytes=0-3");
  EXPECT_EQ(heard.status, 206);
  EXPECT_EQ(heard.body, "RIFF");
  EXPECT_EQ(ask(Method::get, "/session/1/2").status, 200) << "their own";
  const http::Response foreign = ask(Method::get, "/session/7/2");
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(foreign.body, ask(Method::get, "/session/5/99").body) << "as if there were none";
  database_->read([](store::Transaction& tx) {
    const auto rows = tx.run("SELECT user_id, by_link FROM recording_listens ORDER BY id");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].integer(0), boss);
    EXPECT_EQ(rows[0].text(1), "session");
  });
}

TEST_F(Listen, AMissingOrAlteredFileIsAnErrorAndNeverSound) {
  const std::filesystem::path file = folder_ / "recordings" / "recording-1.sealed";
  std::filesystem::copy_file(folder_ / "recordings" / "recording-2.sealed", file,
                             std::filesystem::copy_options::overwrite_existing);
  const http::Response exchanged = audio(token(), "bytes=0-3");
  EXPECT_EQ(exchanged.status, 500);
  EXPECT_EQ(exchanged.body.find("RIFF"), std::string::npos);
  std::filesystem::remove(file);
  const http::Response missing = audio(token());
  EXPECT_EQ(missing.status, 500);
  EXPECT_NE(missing.body.find("can't be read"), std::string::npos);
  EXPECT_NE(log_->find("a kept recording is missing or was altered"), std::string::npos);
}

}  // namespace
}  // namespace api
