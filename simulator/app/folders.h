#pragma once

#include <string>
#include <string_view>

namespace mayday {

/// The folder of the scenario library: beside the build for a checkout, else where it is installed.
std::string library_folder();

/// Makes `folder` ready for a drill's results. Results that are there already are moved to
/// `folder`/earlier/N: a drill never writes over another's ledger. EnvironmentError when it cannot.
void make_room(const std::string& folder);

/// Writes a file that only its owner may read (0600), whole or not at all.
void write_private(const std::string& path, std::string_view content);

}  // namespace mayday
