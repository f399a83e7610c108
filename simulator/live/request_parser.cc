#include "request_parser.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

namespace mayday {
namespace {

namespace http = boost::beast::http;

int status_for(const boost::beast::error_code& ec) {
  if (ec == http::error::header_limit) return 431;
  if (ec == http::error::body_limit) return 413;
  return 400;
}

}  // namespace

RequestParser::RequestParser(const Limits& limits) : limits_(limits) {
  header_limit(static_cast<std::uint32_t>(limits.header_bytes));
  body_limit(limits.body_bytes);
}

std::size_t RequestParser::feed(std::string_view bytes) {
  std::size_t taken = 0;
  while (refused_ == 0 && !is_done() && taken < bytes.size()) {
    bool in_head = !is_header_done();
    error_code ec;
    std::string_view rest = bytes.substr(taken);
    std::size_t n = put(boost::asio::buffer(rest.data(), rest.size()), ec);
    taken += n;
    total_ += n;
    if (in_head && has_folded_line(rest.substr(0, n))) refused_ = 400;
    if (ec && ec != http::error::need_more && refused_ == 0) refused_ = status_for(ec);
    if (refused_ == 0) refused_ = too_long(rest.size() - n, ec == http::error::need_more);
    if (ec || n == 0) break;
  }
  return taken;
}

int RequestParser::too_long(std::size_t left, bool in_a_piece) const {
  // What makes no whole piece yet is a head, a chunk's size line or a trailer. Beast counts a head
  // afresh each time that it has taken a part of it.
  std::size_t head = is_header_done() ? 0 : total_;
  if (in_a_piece && head + left > limits_.header_bytes) return 431;
  // A chunk of one byte costs six on the wire; more frame than that is nobody's honest body.
  if (total_ > limits_.header_bytes + 8 * limits_.body_bytes) return 413;
  return 0;
}

void RequestParser::on_request_impl(verb, string_view method, string_view target, int version,
                                    error_code& ec) {
  old_ = version < 11;
  request_.method = std::string(method);
  request_.target = std::string(target);
  int status = guard_.line(method, request_.target, version);
  if (status != 0) refuse(status, ec);
}

void RequestParser::on_field_impl(field, string_view name, string_view value, error_code& ec) {
  if (is_header_done()) return;  // a trailer; nothing here wants one
  int status = ++fields_ > limits_.header_fields ? 431 : guard_.field(name, value);
  if (status != 0) return refuse(status, ec);
  if (!is_framing(name)) {
    request_.headers.add(std::string(name), std::string(value));
  } else if (same(name, "connection")) {
    connection_.append(value).append(",");
  } else if (same(name, "expect")) {
    waits_ = same(value, "100-continue");
  }
}

void RequestParser::on_header_impl(error_code& ec) {
  int status = guard_.end();
  if (status != 0) return refuse(status, ec);
  drop_named(request_.headers, connection_);
}

void RequestParser::on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code&) {
  // An announcement costs the peer nothing, so it does not buy much memory either.
  constexpr std::uint64_t kTrusted = 16 * 1'024;
  request_.body.reserve(static_cast<std::size_t>(std::min(length.value_or(0), kTrusted)));
}

std::size_t RequestParser::on_body_impl(string_view bytes, error_code&) {
  request_.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) {
  request_.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

void RequestParser::refuse(int status, error_code& ec) {
  refused_ = status;
  ec = http::error::bad_field;
}

}  // namespace mayday
