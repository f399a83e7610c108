#pragma once

#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/time.h"

/// A scripted responder: a list of rules over what a team can see, each fired once. Not part of the
/// plan (the ledger holds what was done, not what would have been).
namespace mayday {

/// All the conditions that are set must hold. Empty members say nothing.
struct ResponderWhen {
  std::string alert;        ///< "any", or the name of an alert that is firing.
  bool declared = false;    ///< An incident of ours is open.
  bool located = false;     ///< We have said where.
  std::string ticket;       ///< acknowledged | asked | fixed: the latest word of a vendor's desk.
  std::string vendor;       ///< Whose, with `ticket`; empty: any.
  bool workaround = false;  ///< Manual approval is on.
  std::string quiet;        ///< "all", or the name of an alert: fired before and is not firing now.
  std::string regression;   ///< green | red: the latest regression result.
  std::string setting;      ///< "auth=compatible": a desk setting that has taken effect.
  std::string reconciled;   ///< "done": a reconciliation was run since the last change.
  Duration time = kForever;  ///< The drill clock is past this.
};

/// One thing to do: an action kind with its body. A body may hold `{"seen": "failing", "take": 3}`
/// where a list of request ids belongs, or `"seen"` for a time range, an endpoint or an error
/// sample: the responder puts in what the desk's own logs show.
struct ResponderDo {
  std::string kind;
  json::object body;
};

struct ResponderRule {
  ResponderWhen when;
  Duration after{0};  ///< After the conditions first held; they must hold without a break.
  std::vector<ResponderDo> actions;
};

struct Responder {
  std::string name;
  std::vector<ResponderRule> rules;
};

}  // namespace mayday
