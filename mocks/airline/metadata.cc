#include "metadata.h"

#include <algorithm>

namespace mayday::airline {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_metadata_key(std::string_view key) {
  return !key.empty() && key.size() <= 40 && std::all_of(key.begin(), key.end(), [](char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_';
  });
}

/// Of a text in UTF-8: bytes that do not go on with a character begun before.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

std::string_view order_number(const Metadata& metadata) {
  for (const auto& [key, value] : metadata)
    if (key == "order_number") return value;
  return {};
}

Metadata read_metadata(const json::value& found, const std::string& at, Review& review) {
  Metadata metadata;
  const json::object& map = review.object(found, at);
  if (map.size() > 50) review.refuse("validation_length", at, "metadata may have at most 50 keys");
  for (const auto& entry : map) {
    std::string key(entry.key());
    if (!is_metadata_key(key))
      review.refuse("validation_format", at, "a key of metadata has the wrong form");
    else if (!entry.value().is_string())
      review.refuse("validation_type", at + "/" + key, "values of metadata must be strings");
    else if (characters(entry.value().get_string()) > 500)
      review.refuse("validation_length", at + "/" + key, "a value has over 500 characters");
    else
      metadata.emplace_back(key, std::string(entry.value().get_string()));
  }
  return metadata;
}

Metadata read_update(const json::object& data, Review& review) {
  if (const json::value* metadata = member(data, "metadata"))
    return read_metadata(*metadata, "/metadata", review);
  const json::value* options = member(data, "options");
  if (options != nullptr && options->is_object())
    if (const json::value* metadata = member(options->get_object(), "metadata"))
      return read_metadata(*metadata, "/options/metadata", review);
  review.refuse("validation_required", "/metadata", "metadata is required");
  return {};
}

}  // namespace mayday::airline
