#include "books.h"

#include <utility>

namespace mayday::hesi {
namespace {

std::string_view outcome(FlowState state) {
  switch (state) {
    case FlowState::draft:
    case FlowState::pending:
    case FlowState::approving:
      return "open";
    case FlowState::rejected:
    case FlowState::nullified:
      return "rejected";
    case FlowState::paying:
    case FlowState::processing:
    case FlowState::paid:
    case FlowState::archived:
      break;
  }
  return "approved";
}

}  // namespace

std::vector<BookEntry> books_of(const FlowShelf& flows) {
  std::vector<BookEntry> all;
  for (const Flow& flow : flows.all()) {
    if (flow.fixture || !flow.active) continue;
    const std::string& key = flow.outer_code.empty() ? flow.id : flow.outer_code;
    all.push_back({"claim", key, flow.id, std::string(outcome(flow.state)), flow.amount});
  }
  return all;
}

}  // namespace mayday::hesi
