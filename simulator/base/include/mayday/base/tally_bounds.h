#pragma once

#include <cstdint>

namespace mayday {

/// Upper bounds of the latency buckets that calls are counted in, in drill milliseconds; a last
/// bucket takes the rest.
inline constexpr std::int64_t kTallyBounds[] = {10,   50,   100,  250,   500,
                                                1000, 2500, 5000, 10000, 30000};

}  // namespace mayday
