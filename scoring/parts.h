#pragma once

#include <string>
#include <utility>

#include "mayday/scoring/dimensions.h"

/// How the dimension files build their answers. Private to the library.
namespace mayday {

inline Dimension new_dimension(std::string id, Text name) {
  Dimension dimension;
  dimension.id = std::move(id);
  dimension.name = std::move(name);
  return dimension;
}

/// Adds a part that is worth `weight` of the dimension and reached `value` of it.
inline void add_part(Dimension& to, std::string name, Ppm weight, Ppm value, Text note) {
  Ppm loss = weight - times(weight, value);
  to.parts.push_back({std::move(name), weight, value, loss, 0, std::move(note)});
  to.value += times(weight, value);
}

/// Adds a part that multiplies: it took `loss` away from what the others had reached.
inline void add_factor(Dimension& to, std::string name, Ppm value, Ppm loss, Text note) {
  to.parts.push_back({std::move(name), 0, value, loss, 0, std::move(note)});
}

/// "7m30s", or "never".
inline Text spoken(Duration d) {
  if (d == kForever) return {"从未", "never"};
  Duration whole = std::chrono::duration_cast<std::chrono::seconds>(d);
  return {to_text(whole), to_text(whole)};
}

/// Both languages at once: `zh`/`en` with `value` put after it.
inline Text with(std::string zh, std::string en, const Text& value) {
  return {std::move(zh) + value.zh, std::move(en) + value.en};
}

}  // namespace mayday
