#include "library.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "nearest.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxParts = 3;

bool is_plain_part(std::string_view part) {
  if (part.empty() || part.front() == '.' || part.size() > 100) return false;
  return std::all_of(part.begin(), part.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

/// Links may be anywhere in a folder that came from somebody; none leads out of it.
bool lies_below(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  fs::path root = fs::canonical(folder, error);
  return !error &&
         std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

}  // namespace

Library::Library(std::string beside, std::string library)
    : beside_(beside.empty() ? "." : std::move(beside)), library_(std::move(library)) {}

std::string Library::find(const std::string& relative) const {
  for (const std::string* folder : {&beside_, &library_}) {
    if (folder->empty()) continue;
    fs::path path = fs::path(*folder) / relative;
    std::error_code error;
    if (fs::exists(path, error) && lies_below(path, *folder))
      return path.lexically_normal().string();
  }
  return {};
}

std::vector<std::string> Library::names(const std::string& folder) const {
  std::set<std::string> found;
  for (const std::string* root : {&beside_, &library_}) {
    if (root->empty()) continue;
    std::error_code error;
    fs::directory_iterator files(fs::path(*root) / folder, error);
    for (; !error && files != fs::directory_iterator(); files.increment(error))
      if (files->path().extension() == ".yaml") found.insert(files->path().stem().string());
  }
  return {found.begin(), found.end()};
}

std::string Library::absence(std::string_view relative) {
  return "there is no " + quote(relative) + " beside the scenario or in the library";
}

const std::string& read_relative_path(const Node& node, std::string_view what) {
  const std::string& text = read_scalar(node, what);
  std::size_t parts = 0;
  bool plain = true;
  for (std::size_t from = 0; from <= text.size(); ++parts) {
    std::size_t to = std::min(text.find('/', from), text.size());
    plain = plain && is_plain_part(std::string_view(text).substr(from, to - from));
    from = to + 1;
  }
  if (!plain || parts > kMaxParts)
    node.fail(
        quote(text) + " cannot be " + std::string(what) +
        "; write plain names below the scenario's own folder, such as 'responders/gold.yaml'");
  return text;
}

const std::string& read_file_name(const Node& node, std::string_view what) {
  const std::string& text = read_scalar(node, what);
  if (!is_plain_part(text))
    node.fail(quote(text) + " cannot be " + std::string(what) +
              "; write the plain name of one in the scenario's own folder, such as 'base.yaml'");
  return text;
}

}  // namespace mayday::reader
