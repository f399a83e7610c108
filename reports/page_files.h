#pragma once

#include <string_view>

namespace mayday {

/// The page's style and its script with everything it draws with, as page/build.mjs bundles them.
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace mayday
