#include "page_data.h"

#include "mayday/reports/language.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {

json::value said(const Text& text, std::size_t most) {
  std::string zh = clipped(in(text, Language::zh), most);
  std::string en = clipped(in(text, Language::en), most);
  if (zh == en) return json::string(en);
  return json::array{zh, en};
}

json::object said_words(std::span<const std::string_view> keys) {
  constexpr std::size_t kMost = 200;
  json::object out;
  for (std::string_view key : keys) out[key] = said(word(key), kMost);
  return out;
}

}  // namespace mayday
