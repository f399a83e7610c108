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

  /// The JSON that the control port answers. EnvironmentError when nothing answers, InputError when
  /// the answer is a refusal of what was asked (4xx), EnvironmentError for any other.
  json::object get(const std::string& path) const { return ask("GET", path, {}); }
  json::object ask(const std::string& method, const std::string& path,
                   const std::string& body) const;

 private:
  std::string url_;
  std::string token_;
  std::string ca_file_;  // empty: plain HTTP
};

}  // namespace mayday
