#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "mayday/base/json.h"
#include "mayday/base/text.h"

/// Pieces of what a page's script reads; it puts them on the page as text.
namespace mayday {

/// A string, or [zh, en] where the two differ, each of at most `most` visible bytes.
json::value said(const Text& text, std::size_t most);

/// Words of words.cc by their keys.
json::object said_words(std::span<const std::string_view> keys);

}  // namespace mayday
