#include "control_client.h"

#include <httplib.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

constexpr std::size_t kMostBytes = 1'024 * 1'024;

json::object read_object(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw InputError(path + ": cannot be read; is the estate up?");
  std::ostringstream text;
  text << file.rdbuf();
  boost::system::error_code error;
  json::value value = text.str().size() < kMostBytes ? json::parse(text.str(), error) : nullptr;
  if (error || !value.is_object())
    throw InputError(path + ": is not a ready file; `mayday up --ready-file` writes one");
  return std::move(value.get_object());
}

std::string text_in(const json::object& object, std::string_view name, const std::string& path) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr || !value->is_string())
    throw InputError(path + ": has no \"" + std::string(name) +
                     "\"; it takes the facilitator's ready file, not the team's");
  return std::string(value->get_string());
}

}  // namespace

ControlClient::ControlClient(const std::string& ready_file, int estate) {
  json::object all = read_object(ready_file);
  json::object one = all;
  if (const json::value* list = all.if_contains("estates"); list != nullptr && list->is_array()) {
    const json::array& estates = list->get_array();
    auto index = static_cast<std::size_t>(estate - 1);
    if (index >= estates.size() || !estates[index].is_object())
      throw InputError(ready_file + ": has " + std::to_string(estates.size()) +
                       " estates, no number " + std::to_string(estate));
    one = estates[index].get_object();
  } else if (estate != 1) {
    throw InputError(ready_file + ": has one estate, no number " + std::to_string(estate));
  }
  url_ = text_in(one, "control", ready_file);
  token_ = text_in(one, "control_token", ready_file);
  if (all.contains("ca")) ca_file_ = text_in(all, "ca", ready_file);
}

json::object ControlClient::ask(const std::string& method, const std::string& path,
                                const std::string& body) const {
  httplib::Client client(url_);
  client.set_tcp_nodelay(true);
  client.set_connection_timeout(5, 0);
  client.set_read_timeout(30, 0);
  client.set_bearer_token_auth(token_.c_str());
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
  if (!ca_file_.empty()) client.set_ca_cert_path(ca_file_.c_str());
#endif
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  if (method != "GET") request.set_header("Content-Type", "application/yaml");
  httplib::Result result = client.send(request);
  if (!result)
    throw EnvironmentError(url_ + " does not answer (" + httplib::to_string(result.error()) +
                           "); is the estate up?");
  boost::system::error_code error;
  json::value value = json::parse(result->body, error);
  bool good = !error && value.is_object();
  if (result->status / 100 == 2 && good) return std::move(value.get_object());
  const json::value* said = good ? value.get_object().if_contains("error") : nullptr;
  std::string why = said != nullptr && said->is_string()
                        ? std::string(said->get_string())
                        : "it answered " + std::to_string(result->status);
  if (result->status / 100 == 4) throw InputError(why);
  throw EnvironmentError(url_ + path + ": " + why);
}

}  // namespace mayday
