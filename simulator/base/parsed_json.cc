#include "mayday/base/parsed_json.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

namespace mayday {
namespace {

const json::value kNull;

}  // namespace

/// The values stay where they are when their owner moves.
class ParsedJson::Held {
 public:
  Held(std::string_view text, boost::system::error_code& error)
      : memory_(2 * text.size() + 512), value_(json::parse(text, error, &memory_)) {}

  const json::value& value() const { return value_; }

 private:
  json::monotonic_resource memory_;
  json::value value_;
};

ParsedJson::ParsedJson() = default;

ParsedJson::ParsedJson(std::string_view text) {
  if (text.empty()) return;
  boost::system::error_code error;
  auto held = std::make_unique<const Held>(text, error);
  if (!error) held_ = std::move(held);
}

ParsedJson::ParsedJson(ParsedJson&&) noexcept = default;
ParsedJson& ParsedJson::operator=(ParsedJson&&) noexcept = default;
ParsedJson::~ParsedJson() = default;

const json::value& ParsedJson::value() const { return held_ ? held_->value() : kNull; }

}  // namespace mayday
