#pragma once

#include <cstdint>
#include <string>

#include "mayday/base/text.h"

namespace mayday {

/// What a report speaks. The web page holds both and lets its reader choose.
enum class Language : std::uint8_t { zh, en };

/// The text in that language, or in the other when it is empty.
inline const std::string& in(const Text& text, Language language) {
  const std::string& wanted = language == Language::zh ? text.zh : text.en;
  if (!wanted.empty()) return wanted;
  return language == Language::zh ? text.en : text.zh;
}

}  // namespace mayday
