#include "estate.h"

#include <utility>

namespace mayday {
namespace {

Duration pace_of(const Plan& plan, Member member) {
  for (const Pace& pace : plan.estate.paces)
    if (pace.member == member) return pace.latency;
  return Duration{0};
}

}  // namespace

/// The team's hands on our own desk.
class Estate::Hands final : public DeskAdmin {
 public:
  explicit Hands(Desk& desk) : desk_(desk) {}

  json::object settings() const override { return desk_.settings(); }
  std::string check_change(const json::object& changes) const override {
    return desk_.check_change(changes);
  }
  void change(const json::object& changes) override { desk_.change(changes); }
  void clear_token_cache() override { desk_.clear_token_cache(); }
  Task<Reconciliation> reconcile() override {
    DeskReconciliation done = co_await desk_.reconcile();
    Reconciliation result;
    result.compared = done.compared;
    result.differences = done.differences;
    result.repaired = done.repaired;
    result.open = std::move(done.open);
    co_return result;
  }
  Task<Replay> replay_messages() override {
    DeskReplay done = co_await desk_.replay_messages();
    Replay result;
    result.complete = done.complete;
    result.failed = done.failed;
    result.taken = done.taken;
    co_return result;
  }
  Instant oldest_unfinished(const std::string& journey) const override {
    return journey == "submit-expense" ? desk_.oldest_unfinished() : kNever;
  }
  std::vector<BookEntry> books() const override { return desk_.books(); }

 private:
  Desk& desk_;
};

Estate::Estate(World& world, Drill& drill, const Plan& plan, SignRs256 sign, Admin admin,
               const Upstream::Record& record)
    : hesi_(plan.estate, plan.starts, std::move(sign)),
      airline_(plan.starts),
      hotel_(plan.starts),
      payment_(plan.starts),
      vendors_{&hesi_, &airline_, &hotel_, &payment_} {
  stand_vendors(world, drill, plan, record);
  if (plan.estate.desk.url.empty()) stand_desk(world, drill, plan, std::move(admin));
}

void Estate::stand_vendors(World& world, Drill& drill, const Plan& plan,
                           const Upstream::Record& record) {
  FrontDesk shared{world,         drill.engine(), drill.origins(),
                   drill.calls(), plan.starts,    &drill.conformance()};
  for (Vendor* vendor : vendors_) {
    auto front = std::make_unique<Front>(shared, *vendor, pace_of(plan, vendor->member()));
    for (const UpstreamPlan& upstream : plan.estate.upstreams)
      if (upstream.member == vendor->member())
        front->pass_on_to(Upstream(world, *Peer::at(upstream.url), record));
    world.serve(vendor->member(), *front);
    fronts_.push_back(std::move(front));
  }
}

void Estate::stand_desk(World& world, Drill& drill, const Plan& plan, Admin admin) {
  DeskHooks hooks;
  hooks.gauge = [&drill](std::string gauge, std::string subject, std::string value) {
    drill.gauge(gauge, subject, value);
  };
  hooks.failing = [&drill](json::object line) { drill.failing(line); };
  hooks.admin = std::move(admin);
  FrontDesk shared{world,         drill.engine(), drill.origins(),
                   drill.calls(), plan.starts,    &drill.conformance()};
  desk_ =
      std::make_unique<Desk>(world, drill.origins(), plan, InnerPoints(shared), std::move(hooks));
  desk_front_ = std::make_unique<ServiceFront>(
      shared, Member::desk, Desk::operations(), *desk_, Desk::failure,
      [desk = desk_.get()](const Exchange& x, const Reply& reply) {
        desk->note_intercepted(x, reply);
      });
  world.serve(Member::desk, *desk_front_);
  hands_ = std::make_unique<Hands>(*desk_);
}

Estate::~Estate() = default;

Drill::Estate Estate::handles() {
  return {hands_.get(), [this] { return vendor_books(); }};
}

std::vector<VendorEntry> Estate::vendor_books() const {
  std::vector<VendorEntry> all;
  for (const Vendor* vendor : vendors_)
    for (BookEntry& entry : vendor->books()) all.push_back({vendor->member(), std::move(entry)});
  return all;
}

std::optional<std::vector<BookEntry>> Estate::books_of(Member member) const {
  if (member == Member::desk && desk_) return desk_->books();
  for (const Vendor* vendor : vendors_)
    if (vendor->member() == member) return vendor->books();
  return std::nullopt;
}

}  // namespace mayday
