#include <gtest/gtest.h>

#include <map>
#include <set>

#include "hesi_tenant.h"
#include "mayday/base/draw.h"

namespace mayday::hesi_test {
namespace {

/// A random walk over creating, repeating, deciding, resubmitting, editing, retracting and waiting,
/// with writes that are held back and done later or never, as faults do. It keeps its own count of
/// what must exist.
class Walk {
 public:
  explicit Walk(Seed seed) : seed_(seed) {}

  void run(int steps) {
    for (int i = 0; i < steps; ++i) {
      switch (next(9)) {
        case 0:
        case 1:
          create("W" + std::to_string(created_++));
          break;
        case 2:
          if (created_ > 0) create("W" + std::to_string(next(created_)));  // a retry
          break;
        case 3:
          decide_some();
          break;
        case 4:
          release_one();
          break;
        case 5:
          resubmit_one();
          break;
        case 6:
          edit_one();
          break;
        case 7:
          retract_one();
          break;
        default:
          tenant.wait(std::chrono::milliseconds(next(4000)));
      }
      check();
    }
  }

  Tenant tenant;

 private:
  std::uint64_t next(std::uint64_t below) {
    ++turn_;
    return pick(draw(seed_, "walk", turn_), below);
  }

  void create(const std::string& key) {
    std::string target =
        (next(4) == 0 ? kCreate + "?" : kCommit + "&") + "accessToken=" + tenant.token();
    start("POST", target, claim(key, next(2) == 0 ? kAda : kLin));
  }

  void decide_some() {
    std::string ids;
    for (const BookEntry& entry : tenant.hesi.books())
      if (next(3) == 0 && std::count(ids.begin(), ids.end(), ',') < 10) ids += entry.id + ",";
    if (ids.empty()) return;
    ids.pop_back();
    std::string reject = R"({"name":"freeflow.reject","resubmitMethod":"TO_REJECTOR"})";
    start("POST",
          "/api/openapi/v1/backlog/data/[" + ids +
              "]?messageCode=debug&powerCode=TICKET_AUDIT_switch&accessToken=" + tenant.token(),
          R"({"approveId":")" + (next(2) == 0 ? kBoss : kZhou) + R"(","action":)" +
              (next(3) == 0 ? reject : R"({"name":"freeflow.agree"})") + "}");
  }

  /// Only one of the two managers is a candidate, so only one of the two calls can succeed.
  void resubmit_one() {
    for (const BookEntry& entry : tenant.hesi.books()) {
      if (entry.state != "rejected") continue;
      for (const std::string& manager : {kBoss, kZhou})
        tenant.call(
            "POST", "/api/openapi/v2/flow/data/submitFlow?flowId=" + entry.id,
            R"({"isUrgent":false,"nodes":[{"configNodeId":"ID01drCnTrip02","approverId":")" +
                manager + R"("}]})");
    }
  }

  /// Whatever state it is in: most documents refuse.
  void edit_one() {
    std::vector<BookEntry> books = tenant.hesi.books();
    if (books.empty()) return;
    const BookEntry& entry = books[next(books.size())];
    start("PUT", "/api/openapi/v2.2/flow/data/$" + entry.id + "?accessToken=" + tenant.token(),
          claim(entry.key, next(2) == 0 ? kAda : kLin));
  }

  void retract_one() {
    std::vector<BookEntry> books = tenant.hesi.books();
    if (books.empty()) return;
    start("POST",
          "/api/openapi/v2.1/flow/data/$" + books[next(books.size())].id +
              "/retract?accessToken=" + tenant.token(),
          "");
  }

  /// One write in three is held back.
  void start(const std::string& method, std::string target, std::string body) {
    Exchange x = tenant.exchange(method, std::move(target), std::move(body));
    Handled handled = tenant.hesi.handle(x, tenant.now);
    if (!handled.write) return;
    held_.push_back(std::move(handled.write));
    if (next(3) != 0) release(held_.size() - 1);
  }

  void release_one() {
    if (!held_.empty()) release(next(held_.size()));
  }

  void release(std::size_t index) {
    Response answer = held_[index](tenant.now, Commit::whole);
    if (next(2) == 0)
      held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(index));  // else: twice
    json::object body = Tenant::object(answer);
    if (answer.status == 200 && body.contains("flow"))
      told_[text(body.at("flow").at("form").at("outerCode"))].insert(
          text(body.at("flow").at("id")));
  }

  /// Whatever was answered exists exactly once, and nothing else exists.
  void check() {
    std::map<std::string, std::set<std::string>> kept;
    std::size_t entries = 0;
    for (const BookEntry& entry : tenant.hesi.books()) {
      kept[entry.key].insert(entry.id);
      ++entries;
    }
    ASSERT_EQ(kept, told_);
    ASSERT_EQ(entries, told_.size());
  }

  Seed seed_;
  std::uint64_t turn_ = 0;
  std::uint64_t created_ = 0;
  std::vector<Handled::Write> held_;
  std::map<std::string, std::set<std::string>> told_;
};

TEST(HesiDocuments, AreNeitherLostNorDoubledWhateverTheOrder) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk walk(seed);
    walk.run(150);
    ASSERT_FALSE(walk.tenant.hesi.books().empty());
    if (HasFatalFailure()) return;
  }
}

TEST(HesiDocuments, RepeatExactlyFromTheSameSeed) {
  Walk one(7);
  Walk other(7);
  one.run(150);
  other.run(150);
  std::string target = "/api/openapi/v1.1/docs/getApplyList?type=expense&start=0&count=100";
  EXPECT_EQ(one.tenant.call("GET", target).body, other.tenant.call("GET", target).body);
  ASSERT_EQ(one.tenant.pushes.size(), other.tenant.pushes.size());
  for (std::size_t i = 0; i < one.tenant.pushes.size(); ++i)
    EXPECT_EQ(one.tenant.pushes[i].request.body, other.tenant.pushes[i].request.body);
}

TEST(HesiDocuments, LeaveEachWaitingOneOnExactlyOneDesk) {
  // After the walk every claim in approval or payment is in one person's backlog, and nowhere
  // twice.
  Walk walk(11);
  walk.run(300);
  walk.tenant.wait(10s);
  std::map<std::string, int> seen;
  for (const std::string& who : {kZhou, kBoss, kQin}) {
    json::object page = walk.tenant.get("/api/openapi/v1.1/docs/byFlowId/$" + who);
    for (const json::value& item : page.at("items").as_array()) ++seen[text(item.at("id"))];
  }
  int waiting = 0;
  for (const BookEntry& entry : walk.tenant.hesi.books()) {
    std::string state = state_of(walk.tenant, entry.id);
    bool expected = state == "approving" || state == "paying";
    EXPECT_EQ(seen[entry.id], expected ? 1 : 0) << state;
    waiting += expected ? 1 : 0;
  }
  EXPECT_GT(waiting, 5);
}

}  // namespace
}  // namespace mayday::hesi_test
