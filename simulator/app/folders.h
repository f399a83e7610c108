#pragma once

#include <string>
#include <string_view>

namespace mayday {

/// The folder of the scenario library: beside the build for a checkout, else where it is installed.
std::string library_folder();

/// Writes a file that only its owner may read (0600), whole or not at all.
void write_private(const std::string& path, std::string_view content);

}  // namespace mayday
