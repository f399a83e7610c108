#pragma once

#include <string>

#include "mayday/hesi/hesi.h"

namespace mayday {

/// A signer with a key pair of its own, made when it is first asked: nothing secret is in the
/// sources, and a drill without V3 tokens pays nothing.
SignRs256 make_signer();

/// A token nobody guesses: 32 hex digits from the machine's randomness, after the prefix.
std::string random_token(const std::string& prefix);

}  // namespace mayday
