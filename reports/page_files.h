#pragma once

#include <string_view>

namespace mayday {

/// Each page's style and its script with everything it draws with, as page/build.mjs bundles them.
extern const std::string_view kReportStyle;
extern const std::string_view kReportScript;
extern const std::string_view kTrendStyle;
extern const std::string_view kTrendScript;

}  // namespace mayday
