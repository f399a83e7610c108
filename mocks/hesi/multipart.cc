#include "multipart.h"

#include <algorithm>

namespace mayday::hesi {
namespace {

constexpr std::size_t kPartsMax = 16;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The value of `name=value` or `name="value"` among a field's parameters, or "".
std::string_view parameter(std::string_view field, std::string_view name) {
  std::string compact = lower(field);
  std::size_t at = 0;
  while ((at = compact.find(name, at)) != std::string::npos) {
    std::size_t before = field.find_last_not_of(" \t", at - 1);
    std::size_t after = at + name.size();
    bool whole = at > 0 && field[before] == ';' && after < field.size() && field[after] == '=';
    at = after;
    if (!whole) continue;
    std::string_view value = field.substr(after + 1);
    if (!value.starts_with('"')) return value.substr(0, value.find_first_of("; \t\r\n"));
    std::size_t end = value.find('"', 1);
    return end == std::string_view::npos ? std::string_view{} : value.substr(1, end - 1);
  }
  return {};
}

/// The content-disposition line of a part's head, or "".
std::string_view disposition(std::string_view head) {
  std::size_t at = 0;
  while (at < head.size()) {
    std::size_t end = std::min(head.find("\r\n", at), head.size());
    std::string_view line = head.substr(at, end - at);
    if (lower(line.substr(0, line.find(':'))) == "content-disposition") return line;
    at = end + 2;
  }
  return {};
}

}  // namespace

std::optional<std::vector<FormPart>> read_form_data(std::string_view content_type,
                                                    std::string_view body) {
  if (!lower(content_type).starts_with("multipart/form-data")) return std::nullopt;
  std::string_view boundary = parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > 70) return std::nullopt;  // RFC 2046
  const std::string mark = "--" + std::string(boundary);
  const std::string next = "\r\n" + mark;
  if (!body.starts_with(mark)) return std::nullopt;
  std::vector<FormPart> parts;
  for (body.remove_prefix(mark.size()); body.starts_with("\r\n");) {
    body.remove_prefix(2);
    std::size_t head = body.find("\r\n\r\n");
    std::size_t end = head == std::string_view::npos ? head : body.find(next, head + 2);
    if (end == std::string_view::npos || parts.size() == kPartsMax) return std::nullopt;
    std::size_t from = std::min(head + 4, end);
    parts.push_back({std::string(parameter(disposition(body.substr(0, head)), "name")),
                     body.substr(from, end - from)});
    body.remove_prefix(end + next.size());
  }
  return body.starts_with("--") ? std::optional{std::move(parts)} : std::nullopt;
}

}  // namespace mayday::hesi
