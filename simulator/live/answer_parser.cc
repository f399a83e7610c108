#include "answer_parser.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include "guard.h"

namespace mayday {
namespace {

namespace http = boost::beast::http;

constexpr std::uint32_t kHeadBytes = 64 * 1'024;

/// Beast does not look before a head has its end, which what is no HTTP may never have.
bool may_become_http(std::string_view beginning) {
  constexpr std::string_view kVersion = "HTTP/";
  std::size_t seen = std::min(beginning.size(), kVersion.size());
  return beginning.substr(0, seen) == kVersion.substr(0, seen);
}

}  // namespace

AnswerParser::AnswerParser(bool to_head, std::uint64_t most_body) {
  header_limit(kHeadBytes);
  body_limit(most_body);
  skip(to_head);
}

std::size_t AnswerParser::feed(std::string_view bytes) {
  std::size_t taken = 0;
  if (!is_header_done() && !may_become_http(bytes)) malformed_ = true;
  while (!malformed_ && !is_done() && taken < bytes.size()) {
    error_code ec;
    std::string_view rest = bytes.substr(taken);
    std::size_t n = put(boost::asio::buffer(rest.data(), rest.size()), ec);
    taken += n;
    malformed_ = (ec && ec != http::error::need_more) || (ec && rest.size() - n > kHeadBytes);
    if (ec || n == 0) break;
  }
  return taken;
}

bool AnswerParser::end() {
  if (malformed_ || !got_some()) return false;
  error_code ec;
  put_eof(ec);
  return !ec && is_done();
}

void AnswerParser::on_response_impl(int code, string_view, int, error_code&) {
  response_.status = code;
}

void AnswerParser::on_field_impl(field, string_view name, string_view value, error_code&) {
  if (is_header_done()) return;
  if (same(name, "connection")) connection_.append(value).append(",");
  if (is_framing(name)) return;
  response_.headers.add(std::string(name), std::string(value));
}

void AnswerParser::on_header_impl(error_code&) { drop_named(response_.headers, connection_); }

std::size_t AnswerParser::on_body_impl(string_view bytes, error_code&) {
  response_.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

std::size_t AnswerParser::on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) {
  response_.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

}  // namespace mayday
