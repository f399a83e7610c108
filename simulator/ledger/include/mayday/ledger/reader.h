#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/ledger/event.h"

namespace mayday {

/// A ledger read back whole and found sound.
struct StoredLedger {
  std::vector<Event> events;
  std::string head;     ///< SHA-256 of the last line.
  std::string torn;     ///< What was cut off at the end, in words; empty when nothing was.
  bool closed = false;  ///< Ends with a `close`.
};

/// Reads a ledger's bytes. A torn last line (no newline, or not JSON after a crash) is cut off and
/// said so; any other line that is not canonical or does not fit the chain is an InputError that
/// names it.
StoredLedger read_ledger_text(std::string_view text, const std::string& name);

/// The same from a file; InputError when it cannot be read.
StoredLedger read_ledger_file(const std::string& path);

}  // namespace mayday
