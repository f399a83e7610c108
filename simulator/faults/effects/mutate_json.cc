#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "make.h"
#include "mayday/base/money.h"
#include "mayday/faults/vendor.h"

namespace mayday {
namespace {

void retype(json::value& value) {
  if (value.is_string()) {
    const json::string& text = value.get_string();
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool whole = error == std::errc{} && end == text.data() + text.size();
    value = whole ? json::value(number) : json::value(json::array{text});
  } else if (value.is_object() || value.is_array()) {
    value = json::serialize(value);
  } else {
    value = json::serialize(value);  // 7 becomes "7", true "true"
  }
}

/// Whole numbers, and texts of an amount such as "680.00".
void change_unit(json::value& value, std::int64_t factor) {
  if (value.is_int64()) value = value.get_int64() * factor;
  if (value.is_double()) value = value.get_double() * static_cast<double>(factor);
  if (!value.is_string()) return;
  std::int64_t minor = minor_units(std::string(value.get_string()));
  if (minor >= 0) value = decimal(minor * factor);
}

/// Changes what is at the end of the path; `from` is the object around it.
void change(json::object& from, std::string_view name, const Mutation& mutation) {
  json::value* value = from.if_contains(name);
  if (value == nullptr) return;
  switch (mutation.change) {
    case Change::drop:
      from.erase(name);
      break;
    case Change::rename: {
      json::value kept = std::move(*value);
      from.erase(name);
      from[mutation.to] = std::move(kept);
      break;
    }
    case Change::retype:
      retype(*value);
      break;
    case Change::null:
      *value = nullptr;
      break;
    case Change::set:
      *value = json::parse(mutation.to);
      break;
    case Change::unit:
      change_unit(*value, mutation.factor);
      break;
  }
}

void walk(json::value& value, std::string_view path, const Mutation& mutation) {
  std::size_t dot = path.find('.');
  std::string_view name = path.substr(0, dot);
  bool last = dot == std::string_view::npos;
  std::string_view rest = last ? std::string_view{} : path.substr(dot + 1);
  if (json::array* items = value.if_array()) {
    std::size_t index = 0;
    auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    bool number = error == std::errc{} && end == name.data() + name.size();
    for (std::size_t i = 0; i < items->size(); ++i)
      if (!last && (name == "*" || (number && i == index))) walk((*items)[i], rest, mutation);
  } else if (json::object* object = value.if_object()) {
    if (last) return change(*object, name, mutation);
    for (auto& member : *object)
      if (name == "*" || member.key() == name) walk(member.value(), rest, mutation);
  }
}

/// The body after all changes; nothing when it is no JSON or stays as it is.
std::optional<std::string> mutated(const std::string& body, const effects::MutateJson& plan) {
  boost::system::error_code error;
  json::value before = json::parse(body, error);
  if (error) return std::nullopt;
  json::value after = before;
  for (const Mutation& mutation : plan.changes) walk(after, mutation.path, mutation);
  if (after == before) return std::nullopt;
  return json::serialize(after);
}

class MutateJsonEffect final : public Effect {
 public:
  explicit MutateJsonEffect(const effects::MutateJson& plan) : plan_(plan) {}

  Task<Fate> deliver(Delivering& message) override {
    std::optional<std::string> body = mutated(message.push.request.body, plan_);
    if (body) {
      message.bite();
      message.push.request.body = std::move(*body);
      message.sender.sign(message.push);
    }
    co_return Fate{};
  }

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    std::optional<std::string> body = mutated(scene.reply->response.body, plan_);
    if (!body) return std::nullopt;
    scene.bite();
    scene.reply->response.body = std::move(*body);
    return std::nullopt;
  }

  const effects::MutateJson& plan_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::MutateJson& plan) {
  return std::make_unique<MutateJsonEffect>(plan);
}

}  // namespace mayday
