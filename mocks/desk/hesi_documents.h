#pragma once

#include <string>
#include <vector>

#include "caller.h"
#include "claim_book.h"
#include "hesi_client.h"

namespace mayday {

/// What came of asking Hesi for a claim's document.
enum class Lookup : std::uint8_t { found, absent, unknown };

/// A document as Hesi shows it.
class Document {
 public:
  Document() = default;

  Lookup lookup = Lookup::unknown;
  std::string order;  ///< Its outer code; empty when it is none of the desk's.
  std::string flow;
  std::string state;
};

class DocumentPage {
 public:
  static constexpr std::size_t kSize = 100;
  DocumentPage() = default;

  bool good = false;
  std::vector<Document> documents;
};

/// What the desk does with expense documents at Hesi.
class HesiDocuments {
 public:
  static constexpr std::size_t kBatchMax = 10;  ///< Documents that Hesi lets one call agree to.

  explicit HesiDocuments(HesiClient& hesi) : hesi_(hesi) {}

  /// Creates and submits a claim's document; a good answer has it as `flow`.
  Task<Answer> create(Claim claim, Caller caller);
  /// Asks for the document of one order.
  Task<Document> look_up(std::string order, Caller caller);
  /// Asks for a page of all expense documents, oldest first.
  Task<DocumentPage> page(std::size_t start, Caller caller);
  /// The next documents that wait for an approver; a good answer has them as `items`.
  Task<Answer> backlog(std::string approver, Caller caller);
  /// `batch` names the call itself. Has `approver` agree to `flows`, at most kBatchMax. The answer
  /// is a receipt, not the outcome.
  Task<Answer> agree(std::string approver, std::vector<std::string> flows, Caller batch);
  /// The outcome of the approver's last batch.
  Task<Answer> result(std::string approver, Caller batch);

 private:
  HesiClient& hesi_;
};

}  // namespace mayday
