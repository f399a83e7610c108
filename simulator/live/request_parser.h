#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "guard.h"
#include "mayday/live/live_options.h"
#include "mayday/world/http.h"

namespace mayday {

/// Beast's parser between our limits and our guard, filling a Request as the bytes come. One
/// message.
class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  explicit RequestParser(const Limits& limits);

  /// Takes what it can and returns how much that was; the rest must come again, with more behind
  /// it. Stops at the end of the message and at a refusal.
  std::size_t feed(std::string_view bytes);

  /// The status to refuse the message with, or 0.
  int refused() const { return refused_; }
  /// The peer waits for "100 Continue" before it sends the body.
  bool waits() const { return waits_; }
  /// It came as HTTP/1.0.
  bool old() const { return old_; }
  Request& request() { return request_; }

 private:
  using string_view = boost::beast::string_view;
  using error_code = boost::beast::error_code;
  using field = boost::beast::http::field;
  using verb = boost::beast::http::verb;

  void on_request_impl(verb, string_view method, string_view target, int version,
                       error_code& ec) override;
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(field, string_view name, string_view value, error_code& ec) override;
  void on_header_impl(error_code& ec) override;
  void on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code& ec) override;
  std::size_t on_body_impl(string_view bytes, error_code& ec) override;
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& ec) override;
  void on_finish_impl(error_code&) override {}

  void refuse(int status, error_code& ec);
  /// The verdict on the size so far, with `left` bytes unread, perhaps since they make no whole
  /// piece yet.
  int too_long(std::size_t left, bool in_a_piece) const;

  const Limits& limits_;
  Guard guard_;
  std::string connection_;  // of the Connection fields
  Request request_;
  std::size_t fields_ = 0;
  std::size_t total_ = 0;  // bytes taken, framing included
  int refused_ = 0;
  bool waits_ = false;
  bool old_ = false;
};

}  // namespace mayday
