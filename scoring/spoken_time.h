#pragma once

#include <optional>
#include <string_view>

#include "mayday/base/time.h"

/// Times as people write them in notices. Private to the library.
namespace mayday {

struct SpokenTime {
  std::size_t length = 0;  ///< Bytes of the text that say it.
  bool clock = false;      ///< A time of day; else a length of time.
  Duration value{0};       ///< Since midnight, or how long.
};

/// The time that `text` begins with: "9:05", "09：05", "9点半", "下午3点20分", "3 pm", "2026-03-02
/// 09:05"; "30分钟", "半小时", "两个小时", "1.5 hours", "half an hour". Nothing when it begins with
/// none, or with one that cannot be, like "25:70".
std::optional<SpokenTime> spoken_time(std::string_view text);

}  // namespace mayday
