#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mayday {

/// What a page is made of; all of it is HTML unless it says so.
struct WholePage {
  /// A place on the page that the bar above it leads to.
  struct Place {
    std::string id;
    std::string name;
  };

  std::string title;
  std::vector<Place> places;  ///< The first is where reading begins.
  std::string content;
  std::string data;  ///< JSON, safe in a script element, for the script.
  std::string_view style;
  std::string_view script;
};

/// One file that asks the network for nothing and lets no script and no style but its own do
/// anything. Both languages are in it; it reads without script, too.
std::string whole_page(const WholePage& page);

}  // namespace mayday
