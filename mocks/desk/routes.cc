#include "routes.h"

#include <array>

#include "mayday/base/check.h"

namespace mayday {
namespace {

constexpr std::array<Pattern, 14> kPatterns = {
    {{Route::log_in, "logIn", "POST", "/api/login", false},
     {Route::hand_in_claim, "handInClaim", "POST", "/api/claims", true},
     {Route::show_claim, "showClaim", "GET", "/api/claims/{claim}", false},
     {Route::approve, "approve", "POST", "/api/approvals", true},
     {Route::flights, "searchFlights", "GET", "/api/flights", false},
     {Route::hotels, "searchHotels", "GET", "/api/hotels", false},
     {Route::book_trip, "bookTrip", "POST", "/api/trips", true},
     {Route::pay_trip, "payTrip", "POST", "/api/trips/{trip}/pay", true},
     {Route::show_trip, "showTrip", "GET", "/api/trips/{trip}", false},
     {Route::show_budget, "showBudget", "GET", "/api/budget", false},
     {Route::open_page, "openPage", "GET", "/static/app.js", false},
     {Route::hesi_hook, "receiveMessage", "POST", "/hooks/hesi", true},
     {Route::health, "health", "GET", "/healthz", false},
     {Route::metrics, "metrics", "GET", "/metrics", false}}};

}  // namespace

std::span<const Pattern> patterns() { return kPatterns; }

std::vector<std::string_view> route_patterns() {
  std::vector<std::string_view> paths;
  for (const Pattern& pattern : kPatterns) paths.push_back(pattern.path);
  paths.push_back("other");
  return paths;
}

Router make_router() {
  Router router;
  for (const Pattern& pattern : kPatterns) {
    int number = router.add(pattern.method, pattern.path);
    MAYDAY_ASSERT(number == static_cast<int>(pattern.route));
  }
  return router;
}

bool needs_session(Route route) {
  return route != Route::log_in && route != Route::open_page && route != Route::hesi_hook &&
         route != Route::health && route != Route::metrics && route != Route::other;
}

bool is_logged(Route route) { return route != Route::health && route != Route::metrics; }

}  // namespace mayday
