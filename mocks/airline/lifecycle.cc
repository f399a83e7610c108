#include "lifecycle.h"

#include "mayday/base/check.h"
#include "schedule.h"

namespace mayday::airline {

std::string_view offer_refusal(const Search& search, std::uint64_t attempt, Instant now) {
  if (search.booked) return "offer_request_already_booked";
  bool other = search.attempt != 0 && search.attempt != attempt;
  if (other && now < search.attempted + kInDoubt) return "order_creation_already_attempted";
  if (now >= search.created + kOfferLives) return "offer_expired";
  return oddities(search.trip).sold_out ? "offer_no_longer_available" : "";
}

Step<OrderStage> step(OrderStage stage, OrderEvent event) {
  switch (stage) {
    case OrderStage::held:
      if (event == OrderEvent::pay) return {OrderStage::ticketed};
      return {event == OrderEvent::lapse ? OrderStage::lapsed : OrderStage::cancelled};
    case OrderStage::ticketed:
      if (event == OrderEvent::pay) return {stage, "already_paid"};
      return {event == OrderEvent::cancel ? OrderStage::cancelled : stage};
    case OrderStage::lapsed:
      if (event == OrderEvent::pay) return {stage, "past_payment_required_by_date"};
      return {stage, event == OrderEvent::cancel ? "already_cancelled" : ""};
    case OrderStage::cancelled:
      return {stage, event == OrderEvent::lapse ? "" : "already_cancelled"};
  }
  broken("unhandled OrderStage");
}

Step<QuoteStage> step(QuoteStage stage, QuoteEvent event) {
  bool confirms = event == QuoteEvent::confirm || event == QuoteEvent::confirm_late;
  switch (stage) {
    case QuoteStage::open:
      if (event == QuoteEvent::newer_quote) return {QuoteStage::superseded};
      if (event == QuoteEvent::confirm_late) return {stage, "order_cancellation_expired"};
      return {confirms ? QuoteStage::confirming : stage};
    case QuoteStage::superseded:
      return {stage, confirms ? "order_cancellation_expired" : ""};
    case QuoteStage::confirming:
      if (event == QuoteEvent::take_effect) return {QuoteStage::confirmed};
      return {stage, "already_cancelled"};
    case QuoteStage::confirmed:
      return {stage, "already_cancelled"};
  }
  broken("unhandled QuoteStage");
}

Step<ChangeStage> step(ChangeStage stage, ChangeEvent event) {
  bool accepts = event == ChangeEvent::accept;
  switch (stage) {
    case ChangeStage::open:
      if (event == ChangeEvent::newer_change) return {ChangeStage::superseded};
      return {accepts ? ChangeStage::accepted : ChangeStage::cancelled};
    case ChangeStage::superseded:
    case ChangeStage::accepted:
      return {stage, accepts ? "stale_airline_initiated_change_accept" : ""};
    case ChangeStage::cancelled:
      return {stage, accepts ? "already_cancelled" : ""};
  }
  broken("unhandled ChangeStage");
}

}  // namespace mayday::airline
