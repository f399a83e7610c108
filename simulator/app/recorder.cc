#include "recorder.h"

#include <boost/beast/core/string.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <string_view>
#include <utility>

#include "mayday/base/json.h"

namespace mayday {
namespace {

constexpr std::string_view kMask = "***";
constexpr std::string_view kSecretFields[] = {"authorization", "cookie", "set-cookie",
                                              "x-pay-signature"};

bool is_secret(std::string_view name) {
  for (std::string_view secret : kSecretFields)
    if (boost::beast::iequals(name, secret)) return true;
  return false;
}

json::array fields_of(const Headers& headers) {
  json::array all;
  for (const auto& [name, value] : headers)
    all.push_back(json::array{name, is_secret(name) ? kMask : std::string_view(value)});
  return all;
}

/// The target with Hesi's token out of it.
std::string masked(std::string target) {
  constexpr std::string_view kToken = "accessToken=";
  std::size_t at = target.find(kToken);
  if (at == std::string::npos) return target;
  std::size_t from = at + kToken.size();
  std::size_t end = std::min(target.find('&', from), target.size());
  return target.replace(from, end - from, kMask);
}

json::object answer_of(const CallResult& result) {
  if (!result) return {{"error", to_text(result.error())}};
  return {
      {"status", result->status}, {"headers", fields_of(result->headers)}, {"body", result->body}};
}

}  // namespace

Recorder::Recorder(const std::string& path)
    : file_(path, [](const std::string& what) { std::cerr << "mayday: " << what << "\n"; }) {}

void Recorder::add(const Exchange& x, const Request& sent, const CallResult& result) {
  json::object line = {{"at", rfc3339(x.wall(x.began), true)},
                       {"member", to_text(x.vendor)},
                       {"operation", x.operation},
                       {"method", sent.method},
                       {"target", masked(sent.target)},
                       {"headers", fields_of(sent.headers)},
                       {"body", sent.body},
                       {"answer", answer_of(result)}};
  file_.append(json::serialize(line) + "\n");
}

}  // namespace mayday
