#pragma once

#include <string>
#include <string_view>

namespace mayday {

/// Writes a report that anybody may read. It appears whole or not at all: it is written beside its
/// place, synced and renamed, and what was there is replaced. EnvironmentError when it cannot be.
void write_whole(const std::string& path, std::string_view bytes);

}  // namespace mayday
