#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mayday {

/// A request target taken apart. Decoding never fails: a broken escape stays as it is.
class Target {
 public:
  explicit Target(std::string_view target);

  const std::string& path() const {
    return path_;
  }  ///< As sent, without the query; Router::match decodes it.
  /// The first value of a query parameter, decoded; empty when absent (see `has`).
  std::string_view query(std::string_view name) const;
  bool has(std::string_view name) const;
  /// All query parameters, decoded, in the order of the target.
  const std::vector<std::pair<std::string, std::string>>& parameters() const { return query_; }

 private:
  std::string path_;
  std::vector<std::pair<std::string, std::string>> query_;
};

/// Percent-decodes; `plus_is_space` as in forms and queries.
std::string decode(std::string_view text, bool plus_is_space = false);
/// Percent-encodes everything but unreserved characters.
std::string encode(std::string_view text);

struct RouteMatch {
  int route = -1;                   ///< Index of the route, or -1.
  bool path_known = false;          ///< Some route has this path, for another method.
  std::vector<std::string> values;  ///< Of the {parameters}, in order, decoded.
};

/// Finds the route of a request among path templates such as "/v1/backlog/data/[{flowIds}]" or
/// "/docs/byFlowId/${id}": a {parameter} stands for one or more characters of one segment; `$`, `[`
/// and
/// `]` are literal and may arrive raw or percent-encoded. Literal routes win over parameters; then
/// the first added wins. One trailing slash is ignored.
class Router {
 public:
  /// Returns the route's index: 0, 1, 2, …
  int add(std::string_view method, std::string_view path_template);
  RouteMatch match(std::string_view method, std::string_view path) const;

 private:
  struct Piece {
    std::string before, after;  // around a parameter; a literal has no parameter
    bool parameter = false;
  };
  struct Route {
    std::string method;
    std::vector<Piece> pieces;
    int parameters = 0;
  };
  std::vector<Route> routes_;
};

}  // namespace mayday
