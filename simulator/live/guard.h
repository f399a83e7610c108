#pragma once

#include <string>
#include <string_view>

#include "mayday/world/http.h"

namespace mayday {

/// What is refused although a lenient parser takes it: every spelling by which two HTTP programs
/// might disagree on where a message ends or whom it is for (RFC 9112, sections 3 and 6, read
/// strictly).
///
/// Sees one request's line, then its fields. Every question is answered with the status to refuse
/// with, or 0. A refused connection must be closed: what follows on it has no certain beginning.
class Guard {
 public:
  /// `target` becomes its origin form: "http://host/a" is "/a".
  int line(std::string_view method, std::string& target, int version);
  int field(std::string_view name, std::string_view value);
  int end() const;

 private:
  int version_ = 0;
  int hosts_ = 0;
  int lengths_ = 0;
  int codings_ = 0;
};

/// True when a field goes on in a second line, which the standard withdrew.
bool has_folded_line(std::string_view head);

/// A field that describes the connection or the framing, not the message.
bool is_framing(std::string_view name);

/// Takes out the fields that a Connection field names: they were for this one hop. `connection` is
/// its value, or several joined by commas.
void drop_named(Headers& headers, std::string_view connection);

/// Compares ASCII without case.
bool same(std::string_view a, std::string_view b);

}  // namespace mayday
