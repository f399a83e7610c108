#pragma once

#include <memory>
#include <string>

namespace mayday {

class Authority;

/// A certificate authority of this run alone, for LiveOptions::tls. Several estates may share it.
std::shared_ptr<const Authority> make_authority();

/// Its own certificate, for those who are to trust it. Its key never leaves memory.
std::string pem_of(const Authority& authority);

}  // namespace mayday
