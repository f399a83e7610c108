#include "live_stage.h"

#include <filesystem>
#include <future>
#include <iostream>
#include <thread>
#include <utility>

#include "folders.h"
#include "live_drill.h"
#include "mayday/base/input_error.h"
#include "process.h"

namespace mayday {
namespace {

/// A drill on a thread of its own.
class Running {
 public:
  explicit Running(std::unique_ptr<LiveDrill> drill)
      : drill_(std::move(drill)), answers_(ready_.get_future()) {}

  void start() {
    ended_ = std::async(std::launch::async, [this] {
      // Gone when the drill has ended: whoever waits for `answers_` must hear of it.
      std::promise<void> ready = std::move(ready_);
      drill_->run([&ready] { ready.set_value(); });
    });
  }
  /// True once everything answers; false when the drill ended before.
  bool wait_until_ready() {
    answers_.wait();
    try {
      answers_.get();
      return true;
    } catch (const std::future_error&) {
      return false;
    }
  }
  void finish() { ended_.get(); }
  LiveDrill& drill() { return *drill_; }

 private:
  std::unique_ptr<LiveDrill> drill_;
  std::promise<void> ready_;
  std::future<void> answers_;
  std::future<void> ended_;
};

using Estates = std::vector<std::unique_ptr<Running>>;

/// One estate's addresses, or a list of them.
json::object addresses(const Estates& estates, bool whole, const std::string& ca_file) {
  json::object all;
  if (estates.size() == 1) {
    all = estates.front()->drill().addresses(whole);
  } else {
    json::array list;
    for (const auto& estate : estates) list.push_back(estate->drill().addresses(whole));
    all["estates"] = std::move(list);
  }
  if (!ca_file.empty()) all["ca"] = ca_file;
  return all;
}

void print(const json::object& all) {
  for (const auto& entry : all) {
    if (const json::array* list = entry.value().if_array()) {
      for (const json::value& one : *list) print(one.get_object());
    } else {
      std::cout << entry.key() << " " << std::string_view(entry.value().get_string()) << "\n";
    }
  }
}

void tell_where(const Estates& estates, const Listening& listening, const std::string& ca_file,
                bool announce) {
  if (!listening.ready_file.empty())
    write_private(listening.ready_file, canonical(addresses(estates, true, ca_file)) + "\n");
  if (!listening.team_file.empty())
    write_private(listening.team_file, canonical(addresses(estates, false, ca_file)) + "\n");
  if (!announce) return;
  print(addresses(estates, listening.ready_file.empty(), ca_file));
  std::cout << "Everything answers. Ctrl-C closes the drill." << std::endl;
}

void close_all(const Estates& estates, const std::string& why) {
  for (const auto& estate : estates) estate->drill().close(why);
}

/// Waits for every drill; the first trouble is thrown once all have ended.
void finish_all(const Estates& estates) {
  std::exception_ptr trouble;
  for (const auto& estate : estates) {
    try {
      estate->finish();
    } catch (...) {
      if (!trouble) trouble = std::current_exception();
      close_all(estates, "trouble");
    }
  }
  if (trouble) std::rethrow_exception(trouble);
}

/// The authority's certificate, where those who are to trust it find it.
std::string keep_certificate(const Authority& authority, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::string path = std::filesystem::absolute(folder, error).lexically_normal() / "ca.pem";
  write_private(path, pem_of(authority));
  std::filesystem::permissions(path, std::filesystem::perms(0644), error);  // nothing secret in it
  return path;
}

}  // namespace

void run_live(std::vector<LiveStage> stages, const Listening& listening, bool announce) {
  hold_signals();  // from here on they close the drills; elsewhere they end the command
  std::shared_ptr<const Authority> tls;
  std::string ca_file;
  if (!listening.tls_folder.empty()) {
    tls = make_authority();
    ca_file = keep_certificate(*tls, listening.tls_folder);
  }
  Estates estates;
  for (LiveStage& stage : stages)
    estates.push_back(
        std::make_unique<Running>(std::make_unique<LiveDrill>(std::move(stage), listening, tls)));
  for (auto& estate : estates) estate->start();
  SignalWatch signals([&estates] { close_all(estates, "signal"); });
  bool ready = true;
  for (auto& estate : estates) ready = estate->wait_until_ready() && ready;
  try {
    if (ready) tell_where(estates, listening, ca_file, announce);
  } catch (...) {
    close_all(estates, "trouble");
    finish_all(estates);
    throw;
  }
  finish_all(estates);
}

void tell_refused(const std::string& what) {
  std::cerr << "responder: refused at " << what << "\n";
}

void check_speed(const Plan& plan, std::int64_t speed) {
  if (speed == 1) return;
  const EstatePlan& estate = plan.estate;
  if (!estate.desk.url.empty() || !estate.upstreams.empty())
    throw InputError("--speed " + std::to_string(speed) +
                     " would hurry a system that is not ours; with a desk of your own or an "
                     "upstream a drill runs at --speed 1");
  Duration shortest = estate.desk.patience;
  std::string whose = "the desk's";
  for (const JourneyPlan& journey : plan.journeys) {
    if (journey.patience >= shortest) continue;
    shortest = journey.patience;
    whose = "a " + journey.kind + " traveller's";
  }
  std::int64_t most = shortest / 100ms;
  if (speed <= most) return;
  throw InputError("--speed " + std::to_string(speed) + " leaves " + whose + " patience of " +
                   to_text(shortest) +
                   " less than 100 ms of wall time, too little to be told from " +
                   "the machine's own noise; choose at most --speed " + std::to_string(most));
}

}  // namespace mayday
