#pragma once

#include <string>

#include "mayday/faults/exchange.h"
#include "operations.h"

namespace mayday {

/// Whom a piece of the desk's work is for, as the calls it makes are named after it.
class Caller {
 public:
  Caller() = default;
  Caller(Origin who, std::string its_name) : origin(std::move(who)), name(std::move(its_name)) {}

  Origin origin;
  std::string name;     ///< Unlike any other call's.
  std::string request;  ///< Id of the request at the desk that it is done for; empty: of nobody's.

  std::string call_name(Operation operation) const {
    return name + "/" + std::string(facts(operation).name);
  }
};

}  // namespace mayday
