#pragma once

#include <string>

#include "mayday/faults/upstream.h"
#include "mayday/ledger/synced_file.h"

namespace mayday {

/// Keeps what was passed on to upstreams, one JSON line an exchange, in a file that only its owner
/// reads. Credentials in fields and query are masked; bodies are kept as they came.
class Recorder {
 public:
  /// The file is made at once. EnvironmentError when it cannot be.
  explicit Recorder(const std::string& path);

  void add(const Exchange& x, const Request& sent, const CallResult& result);

 private:
  SyncedFile file_;
};

}  // namespace mayday
