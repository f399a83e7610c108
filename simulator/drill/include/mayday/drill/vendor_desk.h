#pragma once

#include <set>
#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/faults/engine.h"
#include "mayday/ledger/events.h"
#include "mayday/ledger/ledger.h"
#include "mayday/world/world.h"

namespace mayday {

/// A vendor's support desk when nobody plays it: acknowledges tickets, asks for what is missing,
/// and has a fault fixed some time after everything it needs is in. Also keeps the vendor's status
/// page.
class VendorDesk {
 public:
  /// All references outlive the desk.
  VendorDesk(World& world, Ledger& ledger, FaultEngine& engine, const VendorPlan& plan);

  /// Starts the status page, which shows only what is the vendor's own fault.
  void start();

  /// Takes a ticket, with the estate's findings on the request ids in it. It is about the faults
  /// that they prove, or else those whose endpoint it names, or else the first that is not being
  /// mended: it counts for these alone, and these alone are asked about.
  void take(const std::string& ticket, const json::object& evidence,
            const std::vector<events::Finding>& findings);

  Member vendor() const { return plan_.vendor; }

 private:
  struct Case {
    const FixPlan* fix = nullptr;
    std::set<std::string> brought;
    bool fixing = false;
  };

  std::vector<Case*> cases_about(const json::object& evidence,
                                 const std::vector<events::Finding>& findings);
  Fault* fault_of(const Case& of) const;
  Task<void> answer(std::string ticket, std::vector<Case*> about);
  Task<void> repair(Case& of, std::string ticket);
  Task<void> keep_status_page(Fault& fault);
  void show_status(std::string status, Text text);
  void say(std::string says, std::string ticket, std::string fault, std::vector<std::string> needs,
           Text text);
  std::vector<std::string> missing(const Case& of) const;

  World& world_;
  Ledger& ledger_;
  FaultEngine& engine_;
  const VendorPlan& plan_;
  std::vector<Case> cases_;
};

}  // namespace mayday
