#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where things stand in a JSON text that a person wrote. Private to the library.
namespace mayday {

/// Members' names and items' numbers, from the outermost in.
using JsonPath = std::vector<std::string>;

/// The offset of the value at `path` in sound JSON; with `name`, of the last member's name instead.
std::size_t place_of(std::string_view text, const JsonPath& path, bool name = false);

/// "FILE:3:12: MESSAGE", the line and a caret, as every complaint about a file looks.
std::string complaint(std::string_view file, std::string_view text, std::size_t offset,
                      const std::string& message);

}  // namespace mayday
