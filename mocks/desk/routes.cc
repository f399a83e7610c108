#include "routes.h"

#include <array>

#include "mayday/base/check.h"

namespace mayday {
namespace {

struct Pattern {
  Route route;
  std::string_view method;
  std::string_view path;
};

constexpr std::array<Pattern, 12> kPatterns = {{{Route::log_in, "POST", "/api/login"},
                                                {Route::hand_in_claim, "POST", "/api/claims"},
                                                {Route::show_claim, "GET", "/api/claims/{claim}"},
                                                {Route::approve, "POST", "/api/approvals"},
                                                {Route::flights, "GET", "/api/flights"},
                                                {Route::hotels, "GET", "/api/hotels"},
                                                {Route::book_trip, "POST", "/api/trips"},
                                                {Route::pay_trip, "POST", "/api/trips/{trip}/pay"},
                                                {Route::show_trip, "GET", "/api/trips/{trip}"},
                                                {Route::hesi_hook, "POST", "/hooks/hesi"},
                                                {Route::health, "GET", "/healthz"},
                                                {Route::metrics, "GET", "/metrics"}}};

}  // namespace

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
  return route != Route::log_in && route != Route::hesi_hook && route != Route::health &&
         route != Route::metrics && route != Route::other;
}

bool is_logged(Route route) { return route != Route::health && route != Route::metrics; }

}  // namespace mayday
