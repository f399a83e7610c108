#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mayday {

/// Somebody's text for a line of a terminal or a build log: at most `most` bytes, no control
/// characters, and nothing in it that a build server would take for a command of its own
/// ("::error",
/// "##[group]", "##vso[").
std::string log_text(std::string_view text, std::size_t most = 300);

}  // namespace mayday
