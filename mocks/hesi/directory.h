#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mayday/base/plan.h"

namespace mayday::hesi {

inline constexpr std::string_view kCorporation = "Kq7DrillCorp00";
inline constexpr std::string_view kCorporationName = "Drill Travel Co";

/// A row of the tenant's staff list.
struct Staff {
  std::string id;  ///< "corporation:user".
  std::string name;
  std::string code;
  std::string department;
  std::string cellphone;
  std::string email;        ///< For logging in: lower case.
  std::string shown_email;  ///< As typed.
  std::string created;      ///< "yyyy-MM-dd HH:mm:ss", as all the contact times are.
  std::string updated;
  bool active = true;     ///< False: left the company.
  bool activated = true;  ///< False: has no licence and cannot submit.
  std::string json;       ///< The row as it goes out, without its closing brace.

  std::string_view user() const { return std::string_view(id).substr(id.find(':') + 1); }
};

struct Unit {
  std::string id;
  std::string name;
  std::string parent;
  std::string code;
  std::string created;
  std::string updated;
  std::string manager;  ///< Staff id, or empty.
  bool active = true;
};

/// Who works for the tenant: the contract's fixtures, then the estate's people. Never changes.
class Directory {
 public:
  explicit Directory(const EstatePlan& estate);

  const std::vector<Staff>& staff() const { return staff_; }
  const std::vector<Unit>& units() const { return units_; }
  /// nullptr when nobody has the id.
  const Staff* find(std::string_view id) const;
  /// Everybody with this employee number, in the list's order.
  std::vector<const Staff*> with_code(std::string_view code) const;
  /// Who approves for `person`'s department; `fallback` when nobody is named.
  std::string_view manager_of(const Staff& person, std::string_view fallback) const;

 private:
  void add(Staff person);
  void add(Unit unit);

  std::vector<Staff> staff_;
  std::vector<Unit> units_;
  // Looked up, never walked.
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_multimap<std::string_view, std::size_t> by_code_;
  std::unordered_map<std::string_view, std::size_t> units_by_id_;
};

}  // namespace mayday::hesi
