#include <algorithm>

#include "explain_parts.h"

namespace mayday {
Explanation vendor_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.vendor_ticket, "action ticket");
  Instant target = fault.declared + table_at(fault, profile, fault.declared).vendor.target;
  why.better.vendor_ticket = std::min(fault.vendor_ticket, target);
  why.instead = by("给厂商提工单", "a ticket to the vendor", target);
  return why;
}

/// Evidence opens what the rest of the dimension is worth, so a ticket is thought of too.
Explanation vendor_better(const FaultTimeline& fault, const Profile& profile,
                          const std::string& part) {
  Explanation why = fault.vendor_ticket == kNever
                        ? vendor_sooner(fault, profile)
                        : about(fault, fault.vendor_ticket, "action ticket");
  VendorFacts& vendor = why.better.vendor;
  vendor.evidence = part == "evidence" ? 6 : std::max<std::int64_t>(1, vendor.evidence);
  if (part == "evidence") {
    why.instead = {"首张工单附全六项有效证据", "all six items, valid, in the first ticket"};
  } else if (part == "sla") {
    vendor.clock_recorded = true;
    vendor.escalated = true;
    why.at = kNever, why.event = "";
    why.instead = {"记录厂商时限，超时后十分钟内升级",
                   "keep the vendor's clock; escalate within ten minutes of a breach"};
  } else {
    vendor.relayed = vendor.updates;
    why.at = kNever, why.event = "";
    why.instead = {"十五分钟内转达厂商每次进展",
                   "pass on each of the vendor's words within fifteen minutes"};
  }
  return why;
}

Explanation books_better(const FaultTimeline& fault, const Profile&, const std::string& part) {
  Explanation why = about(fault, fault.end, "books");
  BooksCheck& books = why.better.books;
  if (part == "integrity") {
    books.lost = books.duplicates = books.duplicate_payments = books.mismatches = books.stuck = 0;
    why.instead = {"结束前修复全部差异", "every difference repaired before the close"};
  } else {
    books.f1 = kOne;
    why = {books.reported.empty() ? kNever : fault.end,
           books.reported.empty() ? "" : "action report_orders",
           {"对账并如实上报问题订单", "reconcile and report exactly the bad orders"},
           why.better};
  }
  return why;
}

}  // namespace mayday
