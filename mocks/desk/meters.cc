#include "meters.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>

#include "mayday/base/check.h"

namespace mayday {
namespace {

constexpr std::size_t kStatuses = 600;

template <class Builder>
auto& family(Builder builder, const char* name, const char* help, prometheus::Registry& in) {
  return builder.Name(name).Help(help).Register(in);
}

std::string label(CallClass how) {
  switch (how) {
    case CallClass::ok_2xx:
      return "2xx";
    case CallClass::redirect_3xx:
      return "3xx";
    case CallClass::client_error_4xx:
      return "4xx";
    case CallClass::server_error_5xx:
      return "5xx";
    case CallClass::timed_out:
      return "timed_out";
    case CallClass::broken_off:
      return "broken_off";
    case CallClass::not_sent:
      return "not_sent";
  }
  broken("unhandled CallClass");
}

prometheus::Histogram::BucketBoundaries buckets() {
  return {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
}

double seconds(Duration took) { return std::chrono::duration<double>(took).count(); }

double number(Breaker::State state) {
  switch (state) {
    case Breaker::State::closed:
      return 0;
    case Breaker::State::half_open:
      return 1;
    case Breaker::State::open:
      return 2;
  }
  broken("unhandled Breaker::State");
}

}  // namespace

CallClass class_of_status(int status) {
  if (status < 300) return CallClass::ok_2xx;
  if (status < 400) return CallClass::redirect_3xx;
  return status < 500 ? CallClass::client_error_4xx : CallClass::server_error_5xx;
}

struct Meters::Parts {
  explicit Parts(std::vector<std::string_view> patterns) : routes(std::move(patterns)) {
    by_status.resize(routes.size());
    for (std::string_view route : routes)
      route_seconds.push_back(&served_seconds.Add({{"route", std::string(route)}}, buckets()));
    for (std::size_t i = 0; i < kMembers; ++i) {
      auto member = static_cast<Member>(i);
      if (member > Member::payment) break;
      prometheus::Labels labels{{"vendor", std::string(to_text(member))}};
      breakers[i] = &breaker_state.Add(labels);
      vendor_seconds[i] = &call_seconds.Add(labels, buckets());
    }
  }

  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& calls =
      family(prometheus::BuildCounter(), "desk_vendor_calls_total",
             "Calls made to vendors, by how they ended.", registry);
  prometheus::Family<prometheus::Histogram>& call_seconds =
      family(prometheus::BuildHistogram(), "desk_vendor_call_seconds",
             "How long vendor calls took.", registry);
  prometheus::Family<prometheus::Counter>& requests = family(
      prometheus::BuildCounter(), "desk_requests_total", "Requests served, by status.", registry);
  prometheus::Family<prometheus::Histogram>& served_seconds = family(
      prometheus::BuildHistogram(), "desk_request_seconds", "How long requests took.", registry);
  prometheus::Family<prometheus::Gauge>& breaker_state =
      family(prometheus::BuildGauge(), "desk_breaker_state",
             "Circuit breakers: 0 closed, 1 half-open, 2 open.", registry);
  prometheus::Counter& logins_failed =
      family(prometheus::BuildCounter(), "desk_logins_failed_total",
             "Log-ins that could not be completed, unknown employees left out.", registry)
          .Add({});
  prometheus::Gauge& waiting = family(prometheus::BuildGauge(), "desk_claims_waiting",
                                      "Expense claims waiting for approval.", registry)
                                   .Add({});

  std::vector<std::string_view> routes;
  std::array<std::array<prometheus::Counter*, kCallClasses>, kOperations> by_class{};
  std::vector<std::array<prometheus::Counter*, kStatuses>> by_status;
  std::vector<prometheus::Histogram*> route_seconds;
  std::array<prometheus::Histogram*, kMembers> vendor_seconds{};
  std::array<prometheus::Gauge*, kMembers> breakers{};
};

Meters::Meters(std::vector<std::string_view> routes)
    : parts_(std::make_unique<Parts>(std::move(routes))) {}
Meters::~Meters() = default;

void Meters::called(Operation operation, CallClass how, Duration took) {
  const OperationFacts& of = facts(operation);
  auto*& counter =
      parts_->by_class[static_cast<std::size_t>(operation)][static_cast<std::size_t>(how)];
  if (!counter)
    counter = &parts_->calls.Add({{"vendor", std::string(to_text(of.vendor))},
                                  {"operation", std::string(of.name)},
                                  {"result", label(how)}});
  counter->Increment();
  if (how != CallClass::not_sent)
    parts_->vendor_seconds[static_cast<std::size_t>(of.vendor)]->Observe(seconds(took));
}

void Meters::served(std::size_t route, int status, Duration took) {
  MAYDAY_ASSERT(status >= 100 && status < static_cast<int>(kStatuses));
  auto*& counter = parts_->by_status[route][static_cast<std::size_t>(status)];
  if (!counter)
    counter = &parts_->requests.Add(
        {{"route", std::string(parts_->routes[route])}, {"status", std::to_string(status)}});
  counter->Increment();
  parts_->route_seconds[route]->Observe(seconds(took));
}

void Meters::login_failed() { parts_->logins_failed.Increment(); }

void Meters::claims_waiting(std::size_t count) { parts_->waiting.Set(static_cast<double>(count)); }

void Meters::breaker(Member vendor, Breaker::State state) {
  parts_->breakers[static_cast<std::size_t>(vendor)]->Set(number(state));
}

std::string Meters::text() const {
  // The library keeps a family's samples in a hash map; a reader wants them where they were last
  // time.
  std::vector<prometheus::MetricFamily> families = parts_->registry.Collect();
  std::sort(families.begin(), families.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  for (auto& family : families)
    std::sort(family.metric.begin(), family.metric.end(),
              [](const auto& a, const auto& b) { return a.label < b.label; });
  return prometheus::TextSerializer{}.Serialize(families);
}

}  // namespace mayday
