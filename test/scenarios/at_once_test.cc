// Repeats and crowds: the right rows, the same bytes, and far fewer syncs than call-outs.
#include <latch>
#include <set>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

constexpr int crowd = 64;
const std::string incoming = "/twilio/sms/incoming";

class AtOnce : public Scenario {
 protected:
  struct Signed {
    Params params;
    std::string signature;
  };
  Signed sign(const std::string& sid, const std::string& from, const std::string& body) {
    Params params = text_params(sid, from, body);
    std::string signature = other_sides().sign(auth_token, public_base + incoming, params);
    return {std::move(params), std::move(signature)};
  }
  /// Each on a connection of its own, let go together.
  std::vector<HttpReply> post_together(const std::vector<Signed>& requests) {
    std::vector<HttpReply> replies(requests.size());
    std::latch ready(static_cast<std::ptrdiff_t>(requests.size()));
    std::vector<std::thread> threads;
    for (std::size_t at = 0; at < requests.size(); ++at) {
      threads.emplace_back([&, at] {
        ready.arrive_and_wait();
        replies[at] = post(incoming, requests[at].params, requests[at].signature);
      });
    }
    for (std::thread& thread : threads) thread.join();
    return replies;
  }
  void hire(int count) {
    std::string csv = "employee_number,name,email,phone,team,position,role,language,pin\n";
    for (int person = 0; person < count; ++person) {
      const std::string id = std::to_string(1000 + person);
      csv += id + ",Person " + id + ",,+1555011" + id + ",Clinical,RN,employee,en,\n";
    }
    import_people(csv);
  }
};

TEST_F(AtOnce, SixtyFourDistinctTextsOfOnePersonAreOneCallOut) {
  std::vector<Signed> requests;
  for (int text = 0; text < crowd; ++text)
    requests.push_back(sign(next_sid(), ana, "sick today, fever " + std::to_string(text)));
  for (const HttpReply& reply : post_together(requests)) EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_messages"), crowd - 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), crowd);
}

TEST_F(AtOnce, TheSameWordsSixtyFourTimesAreNewsOnce) {
  std::vector<Signed> requests;
  for (int text = 0; text < crowd; ++text) requests.push_back(sign(next_sid(), ana, "sick today"));
  for (const HttpReply& reply : post_together(requests)) EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_messages"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'call_out_recorded'"), 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'call_out_updated'"), 0);
}

TEST_F(AtOnce, OneTextSixtyFourTimesIsAnsweredWithTheSameBytes) {
  const std::vector<Signed> requests(crowd, sign(next_sid(), ana, "sick today"));
  std::set<std::string> bodies;
  for (const HttpReply& reply : post_together(requests)) {
    EXPECT_EQ(reply.status, 200);
    bodies.insert(reply.content_type + reply.body);
  }
  EXPECT_EQ(bodies.size(), 1U);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_messages"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), 1);
  EXPECT_EQ(
      number("SELECT COUNT(*) FROM outbox WHERE kind = 'call_out_recorded' AND channel = 'sms'"),
      1);
}

TEST_F(AtOnce, SixtyFourPeopleAreSixtyFourCallOutsAndFarFewerSyncs) {
  hire(crowd);
  std::vector<Signed> requests;
  for (int person = 0; person < crowd; ++person) {
    requests.push_back(sign(next_sid(), "+1555011" + std::to_string(1000 + person), "sick today"));
  }
  disk().forget_counts();
  for (const HttpReply& reply : post_together(requests)) EXPECT_EQ(reply.status, 200);
  const int syncs = disk().syncs();
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), crowd);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT receipt_number) FROM call_out_records"), crowd);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT member_id) FROM pto_requests"), crowd);
  EXPECT_LE(syncs, crowd / 2) << "every text had a sync of its own";
  RecordProperty("syncs_per_call_out", std::to_string(static_cast<double>(syncs) / crowd));
}

TEST_F(AtOnce, ARepeatAfterARestartIsAnsweredTheSame) {
  const Signed request = sign(next_sid(), ana, "sick today");
  const HttpReply first = post(incoming, request.params, request.signature);
  restart();
  const HttpReply again = post(incoming, request.params, request.signature);
  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
}

TEST_F(AtOnce, ATextToTheFallbackAfterTheFirstIsTheSameText) {
  const Params params = text_params(next_sid(), ana, "sick today");
  const HttpReply first = post_signed(incoming, params);
  const HttpReply fallback = post_signed("/twilio/sms/fallback", params);
  EXPECT_EQ(first.body, fallback.body);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
}

}  // namespace
}  // namespace scenario
