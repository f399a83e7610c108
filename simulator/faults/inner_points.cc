#include "mayday/faults/inner_points.h"

#include <utility>

namespace mayday {
namespace {

Response no_form(const Exchange&, int status) { return Response(status); }

/// A step that is nobody's request.
Exchange step(std::string_view operation, Origin who, const std::string& name, FrontDesk& desk) {
  Exchange x(Member::desk, Request(), desk.world.now(), desk.starts);
  x.operation = operation;
  x.origin = std::move(who);
  x.person = x.origin.staff;
  x.write = true;
  x.key = std::string(operation) + "/" + name;
  return x;
}

}  // namespace

Task<InnerPoints::Stored> InnerPoints::store_order(Origin who, std::string name,
                                                   std::string request) {
  Exchange x = step("orderDatabase", std::move(who), name, desk_);
  x.id = std::move(request);
  std::optional<Reply> end = co_await pass(x);
  Stored stored;
  stored.answered = !end;
  stored.commit = end ? Commit::nothing : x.commit;
  co_return stored;
}

Task<std::optional<CallError>> InnerPoints::leave(Origin who, std::string id) {
  Exchange x = step("egress", std::move(who), id, desk_);
  x.id = std::move(id);
  std::optional<Reply> end = co_await pass(x);
  if (!end) co_return std::nullopt;
  if (x.turned_away) co_return x.turned_away;
  CallResult seen = seen_by_caller(std::move(*end));
  if (seen) co_return CallError::malformed;
  co_return seen.error();
}

/// The whole way; the books know of the step as of any call.
Task<std::optional<Reply>> InnerPoints::pass(Exchange& x) {
  std::vector<Fault*> hits = desk_.engine.match(x);
  if (hits.empty()) {
    desk_.calls.ended(x.vendor, x.operation, "200", Duration{0});
    co_return std::nullopt;
  }
  desk_.calls.began(x.id, x.vendor, x.operation, x.began);
  Failure failure = no_form;
  Passage passage(desk_, failure, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kWay);
  std::string outcome = end ? outcome_of(*end) : "200";
  if (x.turned_away) outcome = to_text(*x.turned_away);
  desk_.calls.ended(x.vendor, x.operation, outcome, desk_.world.now() - x.began);
  co_return end;
}

}  // namespace mayday
