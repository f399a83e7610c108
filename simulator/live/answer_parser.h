#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mayday/world/http.h"

namespace mayday {

/// Beast's parser filling a Response as the bytes come. One message; framing fields are left out.
class AnswerParser final : public boost::beast::http::basic_parser<false> {
 public:
  /// `to_head`: the answer to a HEAD request, which has no body whatever its fields say.
  /// More than `most_body` bytes are malformed.
  AnswerParser(bool to_head, std::uint64_t most_body);

  /// Takes what it can and returns how much that was; the rest must come again, with more behind
  /// it.
  std::size_t feed(std::string_view bytes);
  /// The far side will send no more. True when that completes the message.
  bool end();

  /// This is not HTTP, or more of it than anyone should send.
  bool malformed() const { return malformed_; }
  Response& response() { return response_; }

 private:
  using string_view = boost::beast::string_view;
  using error_code = boost::beast::error_code;
  using field = boost::beast::http::field;
  using verb = boost::beast::http::verb;

  void on_request_impl(verb, string_view, string_view, int, error_code&) override {}
  void on_response_impl(int code, string_view reason, int version, error_code& ec) override;
  void on_field_impl(field, string_view name, string_view value, error_code& ec) override;
  void on_header_impl(error_code&) override;
  void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}
  std::size_t on_body_impl(string_view bytes, error_code& ec) override;
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& ec) override;
  void on_finish_impl(error_code&) override {}

  Response response_;
  std::string connection_;  // of the Connection fields
  bool malformed_ = false;
};

}  // namespace mayday
