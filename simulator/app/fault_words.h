#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"

/// Parts of a fault in plain words, for people who read a plan.
namespace mayday {

/// "80 %", "2.5 %".
std::string share_words(std::int64_t per_mille);

/// "a, b or c".
std::string listed(const std::vector<std::string>& words, const std::string& last);

/// Where and what: "hesi (approveFlows): hang 30s, then close, at before-commit".
std::string act_of(const FaultPlan& fault);

/// Whom it hits at a strength in thousandths: "22 people", "30 % of calls, every 3rd".
std::string whom(const FaultPlan& fault, std::int64_t strength = 1000);

/// How it goes by time: "rises from 0 % over 10m"; empty when it is constant.
std::string strength_of(const EnvelopePlan& envelope);

/// What is waited for: "alert log-in-failing".
std::string occasion_words(const OccasionPlan& occasion);

/// "auth becomes compatible or v3".
std::string becomes(const std::string& setting, const std::vector<std::string>& values);

}  // namespace mayday
