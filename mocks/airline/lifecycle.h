#pragma once

#include <cstdint>
#include <string_view>

#include "trip.h"

/// How offers, orders, cancellations and changes go through life: plain steps, no text, no store.
/// The rules are those of the supplier's documentation as its contract restates them.
namespace mayday::airline {

inline constexpr Duration kOfferLives = 30min;
/// How long after its search a held order must be paid, and how long its price stands.
inline constexpr Duration kHoldLives = 72h;
inline constexpr Duration kPriceStands = 48h;
/// How long an order that was asked for and neither made nor refused is in doubt: the supplier
/// tells its clients that creating one can take two minutes.
inline constexpr Duration kInDoubt = 120s;
/// How long what a cancellation would refund is promised.
inline constexpr Duration kQuoteLives = 1h;

/// Why no order can be made from an offer of this search just now, as a code of the catalogue;
/// empty when one can. `attempt` is the order being made, which is not in its own way.
std::string_view offer_refusal(const Search& search, std::uint64_t attempt, Instant now);

/// What an event makes of something: its next stage, or why the event cannot be.
template <class Stage>
struct Step {
  Stage next;
  std::string_view refusal = {};  ///< A code of the catalogue; `next` is then what it was before.
};

enum class OrderStage : std::uint8_t { held, ticketed, lapsed, cancelled };
enum class OrderEvent : std::uint8_t { pay, lapse, cancel };
Step<OrderStage> step(OrderStage stage, OrderEvent event);

/// A quote of what cancelling would refund, and what became of it.
enum class QuoteStage : std::uint8_t { open, superseded, confirming, confirmed };
enum class QuoteEvent : std::uint8_t { newer_quote, confirm, confirm_late, take_effect };
Step<QuoteStage> step(QuoteStage stage, QuoteEvent event);

/// A change that the airline made to an order.
enum class ChangeStage : std::uint8_t { open, superseded, accepted, cancelled };
enum class ChangeEvent : std::uint8_t { newer_change, accept, cancel_order };
Step<ChangeStage> step(ChangeStage stage, ChangeEvent event);

}  // namespace mayday::airline
