#include "guard.h"

#include <algorithm>
#include <boost/beast/http/rfc7230.hpp>

namespace mayday {
namespace {

constexpr int kBad = 400;
constexpr int kNotImplemented = 501;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_host_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
         c == '_' || c == ':' || c == '[' || c == ']';
}

bool is_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), is_host_character);
}

/// Turns "http://host:1/a?b" into "/a?b". False when it is of neither form.
bool to_origin_form(std::string& target) {
  constexpr std::string_view kScheme = "http://";
  if (target.starts_with('/')) return true;
  if (!same(std::string_view(target).substr(0, kScheme.size()), kScheme)) return false;
  std::size_t end = std::min(target.find_first_of("/?", kScheme.size()), target.size());
  if (!is_host(std::string_view(target).substr(kScheme.size(), end - kScheme.size()))) return false;
  target.erase(0, end);
  if (!target.starts_with('/')) target.insert(0, 1, '/');
  return true;
}

}  // namespace

bool same(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [&](char x, char y) { return lower(x) == lower(y); });
}

void drop_named(Headers& headers, std::string_view connection) {
  for (std::string_view name : boost::beast::http::token_list(connection)) headers.remove(name);
}

bool is_framing(std::string_view name) {
  switch (name.size()) {
    case 6:
      return same(name, "expect");
    case 7:
      return same(name, "trailer") || same(name, "upgrade");
    case 10:
      return same(name, "connection") || same(name, "keep-alive");
    case 14:
      return same(name, "content-length");
    case 16:
      return same(name, "proxy-connection");
    case 17:
      return same(name, "transfer-encoding");
    default:
      return false;
  }
}

bool has_folded_line(std::string_view head) {
  for (std::size_t at = head.find('\n'); at != std::string_view::npos;
       at = head.find('\n', at + 1)) {
    if (at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t')) return true;
  }
  return false;
}

int Guard::line(std::string_view method, std::string& target, int version) {
  version_ = version;
  if (method == "CONNECT") return kNotImplemented;
  return to_origin_form(target) ? 0 : kBad;
}

int Guard::field(std::string_view name, std::string_view value) {
  if (name.size() == 4 && same(name, "host")) {
    return ++hosts_ == 1 && is_host(value) ? 0 : kBad;
  }
  if (name.size() == 14 && same(name, "content-length")) {
    bool number =
        !value.empty() && value.size() < 19 && std::all_of(value.begin(), value.end(), is_digit);
    return ++lengths_ == 1 && number ? 0 : kBad;
  }
  if (name.size() == 17 && same(name, "transfer-encoding")) {
    return ++codings_ == 1 && value == "chunked" ? 0 : kBad;
  }
  return 0;
}

int Guard::end() const {
  if (hosts_ != 1) return kBad;
  if (codings_ != 0 && (lengths_ != 0 || version_ != 11)) return kBad;
  return 0;
}

}  // namespace mayday
