#include "parts.h"

namespace mayday {
namespace {

Ppm clock_kept(const VendorFacts& vendor) {
  if (vendor.breached) return vendor.escalated ? kOne : 0;
  return vendor.clock_recorded ? kOne : kOne / 2;
}

Text clock_note(const VendorFacts& vendor) {
  if (!vendor.breached) return {"厂商未超时", "the vendor kept its clock"};
  return vendor.escalated
             ? Text{"厂商超时，已及时升级", "the vendor was late and it was escalated"}
             : Text{"厂商超时，未及时升级", "the vendor was late and nobody escalated"};
}

}  // namespace

Dimension vendor_work(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d6", {"厂商协同", "Vendor"});
  const VendorFacts& vendor = fault.vendor;
  if (!vendor.duty) {
    result.applies = false;
    result.note = {"本场景无厂商职责", "the scenario asks nothing of a vendor"};
    return result;
  }
  bool ticket = fault.vendor_ticket != kNever;
  bool proven = ticket && vendor.evidence > 0;
  Span limits =
      table(profile, level_at(fault.truth, std::min(fault.vendor_ticket, fault.end))).vendor;
  Duration waited = between(fault.declared, fault.vendor_ticket);
  add_part(result, "vendor", 300'000, time_curve(waited, limits),
           with("上报后联系厂商用时 ", "vendor called in after ", spoken(waited)));
  std::string items = std::to_string(ticket ? vendor.evidence : 0) + "/6";
  add_part(result, "evidence", 300'000, proven ? share(vendor.evidence, 6) : 0,
           {"有效证据 " + items, "valid evidence " + items});
  add_part(result, "sla", 200'000, proven ? clock_kept(vendor) : 0, clock_note(vendor));
  std::string passed = std::to_string(vendor.relayed) + "/" + std::to_string(vendor.updates);
  Ppm relay = vendor.updates == 0 ? kOne : share(vendor.relayed, vendor.updates);
  add_part(result, "relay", 200'000, proven ? relay : 0,
           {"转达厂商进展 " + passed, "vendor updates passed on " + passed});
  return result;
}

}  // namespace mayday
