#pragma once

#include <string>

#include "mayday/base/json.h"

namespace mayday {

/// Something a person (or a program in a person's place) does in a drill. The bodies of each kind
/// are listed in docs/ledger.md.
class Action {
 public:
  Action() = default;
  Action(std::string who, std::string of_side, std::string what, json::object content)
      : actor(std::move(who)),
        side(std::move(of_side)),
        kind(std::move(what)),
        body(std::move(content)) {}

  std::string actor;
  std::string side = "team";  ///< team | vendor | facilitator; comes from the token alone.
  std::string kind;
  json::object body;
  std::string sent;  ///< The sender's own time; kept, never believed.
  std::string key;   ///< Idempotency key; empty: every time anew.
};

/// What an action's sender is told. `status` is an HTTP status: 202 taken, 400 wrong, 409 out of
/// place.
class ActionAnswer {
 public:
  ActionAnswer() = default;
  ActionAnswer(int code, std::string text) : status(code), message(std::move(text)) {}

  int status = 202;
  std::string message;   ///< What is wrong and how to mend it; empty when nothing is.
  std::string incident;  ///< declare: the incident's id.
  std::string ticket;    ///< ticket: its id.
  json::object told;     ///< hint: its text, its cost and how many are left.
};

}  // namespace mayday
