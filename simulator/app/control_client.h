#pragma once

#include <string>

#include "mayday/base/json.h"

namespace mayday {

/// The command line's way to a running estate's control port.
class ControlClient {
 public:
  /// Reads where it is and its token from a ready file; `estate` counts from 1. InputError when the
  /// file is not one, or has fewer estates.
  ControlClient(const std::string& ready_file, int estate);

  /// The JSON at a path. EnvironmentError when nothing answers or the answer is a refusal.
  json::object get(const std::string& path) const;

 private:
  std::string url_;
  std::string token_;
  std::string ca_file_;  // empty: plain HTTP
};

}  // namespace mayday
