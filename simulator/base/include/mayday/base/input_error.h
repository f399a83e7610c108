#pragma once

#include <stdexcept>
#include <string>

namespace mayday {

/// Somebody wrote something wrong: a file, a flag. `what()` is the whole message for a person:
/// place, the line, a caret and how to mend it. Caught once, in main(); exit code 2.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The machine refused something a drill needs (a port in use, a full disk). Exit code 3.
class EnvironmentError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace mayday
