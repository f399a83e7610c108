#include "effect_fit.h"

#include <algorithm>

#include "operations.h"

namespace mayday::reader {
namespace {

void check_member(const Node& node, const WrittenEffect& effect, Member member) {
  std::string name = quote(to_text(member));
  if (effect.name == "accept-auth" && member != Member::hesi)
    node.fail("accept-auth is about versions of Hesi's tokens; " + name + " has none");
  bool signs = member == Member::airline || member == Member::payment;
  if (effect.name == "bad-signature" && !signs)
    node.fail("the messages of " + name + " carry no signature; airline and payment sign theirs");
}

/// "hesi: createFlow; payment: createPayment, capturePayment and refundPayment; …".
std::string all_writes_in_parts() {
  std::string text;
  for (Member member : {Member::hesi, Member::payment, Member::desk})
    text += (text.empty() ? "" : "; ") + std::string(to_text(member)) + ": " +
            enumerate(writes_in_parts(member));
  return text;
}

/// A write that is left undone, or half done, must be one that its member can do so.
void check_writes(const Node& node, const WrittenEffect& effect, const FaultPlan& fault) {
  if (effect.name != "no-write" && effect.name != "half-write") return;
  if (fault.operations.empty())
    node.fail(quote(effect.name) + " is about writes; name them in where.operations");
  for (const std::string& name : fault.operations)
    if (!find_operation(fault.vendor, name)->write)
      node.fail(quote(effect.name) + " is about writes, and " + quote(name) +
                " writes nothing; take it out");
  for (const std::string& name : fault.operations)
    if (!find_operation(fault.vendor, name)->in_parts)
      node.fail(quote(name) + " is done whole or refused, so " + quote(effect.name) +
                " would not act; it does at " + all_writes_in_parts());
}

void check_points(const Node& node, const WrittenEffect& effect, const FaultPlan& fault) {
  for (const std::string& name : fault.operations) {
    Names taken = point_effects(fault.vendor, name);
    if (taken.empty() || std::find(taken.begin(), taken.end(), effect.name) != taken.end())
      continue;
    node.fail(quote(name) + " is a point inside the desk; its effects are " +
              enumerate(taken, "and") + ", not " + std::string(effect.name));
  }
}

}  // namespace

void check_effect(const Node& node, const WrittenEffect& effect, const FaultPlan& fault) {
  check_member(node, effect, fault.vendor);
  check_writes(node, effect, fault);
  check_points(node, effect, fault);
}

}  // namespace mayday::reader
