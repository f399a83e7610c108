#pragma once

#include <string>
#include <vector>

namespace mayday {

/// Rows of cells; each column but the last is as wide as its widest cell.
using TextTable = std::vector<std::vector<std::string>>;

/// The rows as lines, two columns in, with two spaces between the cells. The last cell goes on in
/// further lines below itself where it is too long for one.
std::string lay_out(const TextTable& rows);

}  // namespace mayday
