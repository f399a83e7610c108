#include "mayday/desk/desk.h"

#include "answers.h"
#include "desk_parts.h"

namespace mayday {

Desk::Desk(World& world, Origins& origins, const Plan& plan, InnerPoints points, DeskHooks hooks)
    : parts_(std::make_unique<Parts>(world, origins, plan, std::move(points), std::move(hooks))) {}

Desk::~Desk() = default;

Task<Reply> Desk::serve(Request request) {
  std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
  if (path.starts_with("/admin")) {
    if (parts_->hooks.admin) {
      std::optional<Reply> answered = co_await parts_->hooks.admin(request);
      if (answered) co_return std::move(*answered);
    }
    Response response = co_await parts_->administer(std::move(request));
    co_return Reply(std::move(response));
  }
  RouteMatch match = parts_->router.match(request.method, path);
  Route route = match.route < 0 ? Route::other : static_cast<Route>(match.route);
  std::string value = match.values.empty() ? std::string() : match.values.front();
  Response response = co_await parts_->serve(std::move(request), route, std::move(value));
  co_return Reply(std::move(response));
}

const Operations& Desk::operations() {
  static const Operations kAll(patterns());
  return kAll;
}

Response Desk::failure(const Exchange&, int status) { return refusal(status, "unavailable"); }

Response Desk::turn_away(int status) {
  return refusal(status, status == 413 ? "body-too-large" : "bad-request");
}

void Desk::note_intercepted(const Exchange& x, const Reply& reply) {
  parts_->note_intercepted(x, reply);
}

json::object Desk::settings() const { return to_json(parts_->settings); }

std::string Desk::check_change(const json::object& changes) const {
  return check_settings(changes);
}

void Desk::change(const json::object& changes) { parts_->change(changes); }

void Desk::clear_token_cache() { parts_->clear_token_cache(); }

Task<DeskReconciliation> Desk::reconcile() {
  DeskReconciliation result = co_await parts_->reconcile();
  co_return result;
}

Task<DeskReplay> Desk::replay_messages() {
  DeskReplay result = co_await parts_->replay_messages();
  co_return result;
}

Instant Desk::oldest_unfinished() const { return parts_->claims.oldest_waiting(); }

std::vector<BookEntry> Desk::books() const {
  std::vector<BookEntry> books;
  parts_->claims.add_to(books);
  parts_->trips.add_to(books);
  return books;
}

}  // namespace mayday
