#include <algorithm>

#include "make.h"
#include "mayday/base/draw.h"
#include "mayday/faults/fault.h"

/// Answers that do not arrive as they were given.
namespace mayday {
namespace {

class GarbageEffect final : public Effect {
 public:
  explicit GarbageEffect(const effects::Garbage& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    Reply reply(Delivery::garbage);
    for (std::int64_t i = 0; i < plan_.bytes; ++i) {
      auto place = static_cast<std::uint64_t>(i);
      // Never a letter first: no parser shall wait for the rest of a status line.
      reply.response.body += static_cast<char>(128 + pick(draw(scene.drawn, "byte", place), 128));
    }
    return reply;
  }

  const effects::Garbage& plan_;
};

class CutEffect final : public Effect {
 public:
  explicit CutEffect(const effects::Cut& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    auto bytes = static_cast<std::size_t>(plan_.bytes);
    if (bytes >= scene.reply->response.body.size()) return std::nullopt;
    scene.bite();
    scene.reply->delivery = Delivery::cut;
    scene.reply->cut_at = bytes;
    scene.reply->cut_resets = plan_.then == Sequel::reset;
    return std::nullopt;
  }

  const effects::Cut& plan_;
};

class DripEffect final : public Effect {
 public:
  explicit DripEffect(const effects::Drip& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    if (scene.reply->response.body.empty()) return std::nullopt;
    scene.bite();
    scene.reply->bytes_per_second = plan_.bytes_per_second;
    scene.reply->hurry = &scene.fault.healed();
    return std::nullopt;
  }

  const effects::Drip& plan_;
};

class CorruptEffect final : public Effect {
 public:
  explicit CorruptEffect(const effects::Corrupt& plan) : plan_(plan) {}

 private:
  /// Each byte becomes another one, so that corrupting is always seen.
  std::optional<Reply> act_at_once(Scene& scene) override {
    std::string& body = scene.reply->response.body;
    if (body.empty()) return std::nullopt;
    scene.bite();
    for (std::int64_t i = 0; i < plan_.bytes; ++i) {
      std::uint64_t drawn = draw(scene.drawn, "place", static_cast<std::uint64_t>(i));
      char& byte = body[pick(drawn, body.size())];
      byte = byte == '#' ? '~' : '#';
    }
    return std::nullopt;
  }

  const effects::Corrupt& plan_;
};

class EmptyEffect final : public Effect {
 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    if (scene.reply->response.body.empty()) return std::nullopt;
    scene.bite();
    scene.reply->response.body.clear();
    return std::nullopt;
  }
};

class HeaderEffect final : public Effect {
 public:
  explicit HeaderEffect(const effects::HeaderChange& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    Headers& headers = scene.reply->response.headers;
    for (const NameValue& field : plan_.set) {
      if (field.value.empty())
        headers.remove(field.name);
      else
        headers.set(field.name, field.value);
    }
    return std::nullopt;
  }

  const effects::HeaderChange& plan_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Garbage& plan) {
  return std::make_unique<GarbageEffect>(plan);
}
std::unique_ptr<Effect> make(const effects::Cut& plan) { return std::make_unique<CutEffect>(plan); }
std::unique_ptr<Effect> make(const effects::Drip& plan) {
  return std::make_unique<DripEffect>(plan);
}
std::unique_ptr<Effect> make(const effects::Corrupt& plan) {
  return std::make_unique<CorruptEffect>(plan);
}
std::unique_ptr<Effect> make(const effects::Empty&) { return std::make_unique<EmptyEffect>(); }
std::unique_ptr<Effect> make(const effects::HeaderChange& plan) {
  return std::make_unique<HeaderEffect>(plan);
}

}  // namespace mayday
