#include "schema_check.h"

#include <algorithm>
#include <regex>

namespace mayday {
namespace {

class Check {
 public:
  explicit Check(const json::value& whole) : root_(whole) {}

  void value(const json::value& value, const json::value& schema, const std::string& path) {
    const json::object& rules = schema.as_object();
    if (const json::value* ref = rules.if_contains("$ref"))
      return this->value(value, resolve(*ref), path);
    if (const json::value* type = rules.if_contains("type"); type && !has_type(value, *type))
      return say(path, "has another type");
    if (const json::value* words = rules.if_contains("enum"); words && !contains(*words, value))
      say(path, "is none of the listed words");
    text(value, rules, path);
    range(value, rules, path);
    if (value.is_object()) object(value.get_object(), rules, path);
    if (const json::value* items = rules.if_contains("items"); items && value.is_array())
      for (std::size_t i = 0; i < value.get_array().size(); ++i)
        this->value(value.get_array()[i], *items, path + "/" + std::to_string(i));
  }

  std::vector<std::string> found() && { return std::move(found_); }

 private:
  const json::value& resolve(const json::value& ref) const {
    std::string name(ref.as_string());
    return root_.at("$defs").at(name.substr(name.rfind('/') + 1));
  }

  static bool is(const json::value& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "null") return value.is_null();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    return type == "number" && value.is_number();
  }

  static bool has_type(const json::value& value, const json::value& type) {
    if (type.is_string()) return is(value, type.get_string());
    return std::any_of(type.as_array().begin(), type.as_array().end(),
                       [&](const json::value& one) { return is(value, one.as_string()); });
  }

  static bool contains(const json::value& list, const json::value& value) {
    return std::find(list.as_array().begin(), list.as_array().end(), value) !=
           list.as_array().end();
  }

  void text(const json::value& value, const json::object& rules, const std::string& path) {
    const json::value* pattern = rules.if_contains("pattern");
    if (pattern == nullptr || !value.is_string()) return;
    std::string read(value.get_string());
    if (!std::regex_search(read, std::regex(std::string(pattern->as_string()))))
      say(path, "has another form");
  }

  void range(const json::value& value, const json::object& rules, const std::string& path) {
    if (!value.is_number()) return;
    const json::value* least = rules.if_contains("minimum");
    const json::value* most = rules.if_contains("maximum");
    if (least && value.to_number<double>() < least->to_number<double>()) say(path, "is too small");
    if (most && value.to_number<double>() > most->to_number<double>()) say(path, "is too large");
  }

  void object(const json::object& value, const json::object& rules, const std::string& path) {
    static const json::object kNone;
    const json::value* known = rules.if_contains("properties");
    const json::object& properties = known ? known->as_object() : kNone;
    if (const json::value* required = rules.if_contains("required"))
      for (const json::value& name : required->as_array())
        if (!value.contains(name.as_string())) say(path, "lacks " + std::string(name.as_string()));
    const json::value* others = rules.if_contains("additionalProperties");
    for (const auto& member : value) {
      std::string at = path + "/" + std::string(member.key());
      if (const json::value* rule = properties.if_contains(member.key())) {
        this->value(member.value(), *rule, at);
      } else if (others && others->is_object()) {
        this->value(member.value(), *others, at);
      } else if (others) {
        say(at, "is not described");
      }
    }
  }

  void say(const std::string& path, const std::string& what) {
    found_.push_back(path + " " + what);
  }

  const json::value& root_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> misfits(const json::value& value, const json::value& schema) {
  Check check(schema);
  check.value(value, schema, "");
  return std::move(check).found();
}

}  // namespace mayday
