#include "wire.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>
#include <charconv>

#include "guard.h"
#include "mayday/base/check.h"

namespace mayday {
namespace {

namespace http = boost::beast::http;

bool ends_a_line(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

void put_number(std::string& out, std::size_t number) {
  char digits[20];
  auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(digits, end);
}

void put_text(std::string& out, std::string_view text) {
  std::size_t from = out.size();
  out += text;
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), ends_a_line, ' ');
}

void put_field(std::string& out, std::string_view name, std::string_view value) {
  put_text(out, name);
  out += ": ";
  put_text(out, value);
  out += "\r\n";
}

void put_fields(std::string& out, const Headers& headers) {
  for (const auto& [name, value] : headers) {
    if (!is_framing(name)) put_field(out, name, value);
  }
}

void put_length(std::string& out, std::size_t length) {
  out += "content-length: ";
  put_number(out, length);
  out += "\r\n";
}

/// The registered phrase; none for a status without one.
std::string_view phrase(int status) {
  http::status known = http::int_to_status(static_cast<unsigned>(status));
  if (known == http::status::unknown) return {};
  return http::obsolete_reason(known);
}

/// Escapes what would end the target early.
void put_target(std::string& out, std::string_view target) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (char c : target) {
    if (c == ' ' || c == '\t' || ends_a_line(c)) {
      auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
}

bool is_bodiless(int status) { return status == 204 || status == 304; }

bool has_content(std::string_view method) {
  return method == "POST" || method == "PUT" || method == "PATCH";
}

}  // namespace

bool has_body(const Response& response, AnswerShape shape) {
  return !is_bodiless(response.status) && !shape.to_head;
}

void write(std::string& out, const Response& response, AnswerShape shape) {
  out.reserve(out.size() + 256 + response.body.size());
  write_head(out, response, shape);
  if (has_body(response, shape)) out += response.body;
}

void write_head(std::string& out, const Response& response, AnswerShape shape) {
  MAYDAY_ASSERT(response.status >= 200 && response.status <= 999);
  out += "HTTP/1.1 ";
  put_number(out, static_cast<std::size_t>(response.status));
  out += ' ';
  out += phrase(response.status);
  out += "\r\n";
  put_fields(out, response.headers);
  if (!is_bodiless(response.status)) put_length(out, response.body.size());
  if (!shape.keep) {
    out += "connection: close\r\n";
  } else if (shape.old) {
    out += "connection: keep-alive\r\n";
  }
  out += "\r\n";
}

void write(std::string& out, const Request& request, std::string_view host) {
  out.reserve(out.size() + 256 + request.body.size());
  out += request.method;
  out += ' ';
  put_target(out, request.target);
  out += " HTTP/1.1\r\n";
  if (!request.headers.has("host")) put_field(out, "host", host);
  put_fields(out, request.headers);
  if (!request.body.empty() || has_content(request.method)) put_length(out, request.body.size());
  out += "\r\n";
  out += request.body;
}

}  // namespace mayday
