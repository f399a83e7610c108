#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace mayday {

struct NameValue {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(NameValue, (), (name, value))

}  // namespace mayday
