#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <iostream>

#include "commands.h"
#include "control_client.h"
#include "mayday/ledger/events.h"

namespace mayday {
namespace {

/// What a row means, in words. The words of the books themselves are for programs.
std::string_view meaning(std::string_view what) {
  if (what == "lost") return "lost: the desk promised it, no vendor has it";
  if (what == "duplicate") return "duplicated: the vendor has it more than once";
  if (what == "duplicate-payment") return "paid more than once";
  if (what == "stuck") return "stuck: unfinished on one side";
  return "mismatched: the two say different things";
}

void print(const events::Books& books) {
  for (const events::BookRow& row : books.rows) {
    std::cout << row.id << "  " << (row.vendor.empty() ? "no vendor" : row.vendor) << "  desk "
              << (row.desk_state.empty() ? "nothing" : row.desk_state) << ", vendor "
              << (row.vendor_state.empty() ? "nothing" : row.vendor_state) << "  "
              << meaning(row.what) << "\n";
  }
  std::cout << books.rows.size() << " differences; the desk's books have " << books.operations
            << " operations\n";
}

}  // namespace

int reconcile_command(const ReconcileOptions& options) {
  json::object answer = ControlClient(options.ready_file, options.estate).get("/v1/books");
  auto books = json::value_to<events::Books>(json::value(answer));
  if (options.json) {
    std::cout << json::serialize(answer) << "\n";
  } else {
    print(books);
  }
  return books.rows.empty() ? 0 : 1;
}

}  // namespace mayday
