#include "mayday/world/router.h"

#include "mayday/base/check.h"

namespace mayday {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

/// Cuts off and returns what stands before the first `sign`.
std::string_view cut(std::string_view& rest, char sign) {
  std::size_t end = rest.find(sign);
  std::string_view first = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return first;
}

/// The segments of a path, still encoded: an encoded slash must not split a value.
std::vector<std::string_view> segments(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  std::vector<std::string_view> all;
  all.reserve(8);
  std::size_t from = 0;
  for (;;) {
    std::size_t end = path.find('/', from);
    all.push_back(path.substr(from, end == std::string_view::npos ? end : end - from));
    if (end == std::string_view::npos) return all;
    from = end + 1;
  }
}

}  // namespace

std::string decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' && plus_is_space ? ' ' : text[i];
    }
  }
  return out;
}

std::string encode(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (unreserved(c)) {
      out += c;
    } else {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

Target::Target(std::string_view target) {
  path_ = std::string(cut(target, '?'));
  while (!target.empty()) {
    std::string_view pair = cut(target, '&');
    std::string_view name = cut(pair, '=');
    if (!name.empty()) query_.emplace_back(decode(name, true), decode(pair, true));
  }
}

std::string_view Target::query(std::string_view name) const {
  for (const auto& field : query_)
    if (field.first == name) return field.second;
  return {};
}

bool Target::has(std::string_view name) const {
  for (const auto& field : query_)
    if (field.first == name) return true;
  return false;
}

int Router::add(std::string_view method, std::string_view path_template) {
  Route route{std::string(method), {}, 0};
  for (std::string_view segment : segments(path_template)) {
    std::size_t open = segment.find('{');
    if (open == std::string_view::npos) {
      route.pieces.push_back({std::string(segment), {}, false});
      continue;
    }
    std::size_t close = segment.find('}', open);
    MAYDAY_ASSERT(close != std::string_view::npos);
    route.pieces.push_back(
        {std::string(segment.substr(0, open)), std::string(segment.substr(close + 1)), true});
    ++route.parameters;
  }
  routes_.push_back(std::move(route));
  return static_cast<int>(routes_.size()) - 1;
}

RouteMatch Router::match(std::string_view method, std::string_view path) const {
  RouteMatch best;
  int fewest = 1000;
  std::vector<std::string_view> parts = segments(path);
  std::vector<std::string> decoded;  // where `parts` point to when something is encoded
  if (path.find('%') != std::string_view::npos) {
    decoded.reserve(parts.size());
    for (std::string_view& part : parts) part = decoded.emplace_back(decode(part));
  }
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    const Route& route = routes_[i];
    if (route.pieces.size() != parts.size() || route.parameters >= fewest) continue;
    bool fits = true;
    for (std::size_t k = 0; fits && k < parts.size(); ++k) {
      const Piece& piece = route.pieces[k];
      std::string_view part = parts[k];
      fits = piece.parameter ? part.size() > piece.before.size() + piece.after.size() &&
                                   part.starts_with(piece.before) && part.ends_with(piece.after)
                             : part == piece.before;
    }
    if (!fits) continue;
    best.path_known = true;
    if (route.method != method) continue;
    best.route = static_cast<int>(i);
    fewest = route.parameters;
  }
  if (best.route < 0) return best;
  const Route& route = routes_[static_cast<std::size_t>(best.route)];
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const Piece& piece = route.pieces[k];
    if (!piece.parameter) continue;
    best.values.emplace_back(parts[k].substr(
        piece.before.size(), parts[k].size() - piece.before.size() - piece.after.size()));
  }
  return best;
}

}  // namespace mayday
