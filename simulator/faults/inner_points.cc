#include "mayday/faults/inner_points.h"

#include <utility>

namespace mayday {
namespace {

Response no_form(const Exchange&, int status) { return Response(status); }

/// A step that is nobody's request.
Exchange step(std::string_view operation, const Origin& who, std::string key, FrontDesk& desk) {
  Exchange x(Member::desk, Request(), desk.world.now(), desk.starts);
  x.operation = operation;
  x.origin = who;
  x.person = who.staff;
  x.write = true;
  x.key = std::string(operation) + "/" + key;
  x.id = std::move(key);
  return x;
}

}  // namespace

Task<InnerPoints::Stored> InnerPoints::store_order(const Origin& who, std::string key) {
  Exchange x = step("orderDatabase", who, std::move(key), desk_);
  std::vector<Fault*> hits = desk_.engine.match(x);
  Failure failure = no_form;
  Passage passage(desk_, failure, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kWay);
  Stored stored;
  stored.answered = !end;
  stored.commit = end ? Commit::nothing : x.commit;
  co_return stored;
}

Task<std::optional<CallError>> InnerPoints::leave(const Origin& who, std::string id) {
  Exchange x = step("egress", who, std::move(id), desk_);
  std::vector<Fault*> hits = desk_.engine.match(x);
  if (hits.empty()) co_return std::nullopt;
  desk_.calls.began(x.id, x.vendor, x.operation, x.began);
  Failure failure = no_form;
  Passage passage(desk_, failure, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kWay);
  if (!end) co_return std::nullopt;
  if (x.turned_away) co_return x.turned_away;
  CallResult seen = seen_by_caller(std::move(*end));
  if (seen) co_return CallError::malformed;
  co_return seen.error();
}

}  // namespace mayday
