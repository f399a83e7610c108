#pragma once

#include <cstdint>
#include <string_view>

#include "mayday/world/http.h"
#include "wire.h"

namespace mayday {

/// What becomes of a connection after an answer: it stays, or ends with FIN (`leave`) or RST.
enum class Then : std::uint8_t { stay, leave, reset };

/// What of a reply goes over the wire.
struct Departure {
  bool has_head = true;
  std::string_view body;  ///< Of the reply, as far as it is sent.
  Then then = Then::stay;
};

/// A body that is not sent anyhow can be neither cut nor dripped.
Departure departure_of(const Reply& reply, AnswerShape shape);

}  // namespace mayday
