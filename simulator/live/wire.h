#pragma once

#include <string>
#include <string_view>

#include "mayday/world/http.h"

namespace mayday {

/// What decides the framing of an answer, beside the answer itself.
struct AnswerShape {
  bool to_head = false;  ///< The request's method was HEAD.
  bool old = false;      ///< It came as HTTP/1.0.
  bool keep = true;      ///< The connection stays.
};

/// Appends the message as HTTP/1.1 bytes. The framing is ours: fields of the message that would
/// describe it are left out, and whatever could end a line early is written as a space.
void write(std::string& out, const Response& response, AnswerShape shape);

/// The same without the body, whose length it gives all the same.
void write_head(std::string& out, const Response& response, AnswerShape shape);

/// Whether the answer's body is sent at all.
bool has_body(const Response& response, AnswerShape shape);

/// `host` is used when the request names none.
void write(std::string& out, const Request& request, std::string_view host);

}  // namespace mayday
