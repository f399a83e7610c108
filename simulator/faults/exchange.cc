#include "mayday/faults/exchange.h"

namespace mayday {

std::string Exchange::content() const {
  std::string text(to_text(vendor));
  text += ' ';
  text += operation;
  for (const std::string& value : values) text += "/" + value;
  for (const auto& [name, value] : target.parameters())
    if (name != "accessToken") text += "&" + name + "=" + value;
  return text + "\n" + request.body;
}

}  // namespace mayday
