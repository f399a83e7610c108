#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "mayday/airline/airline.h"
#include "vendor_caller.h"

namespace mayday::airline_tests {

inline Request with_headers(Request request) {
  request.headers.add("Authorization", "Bearer duffel_test_drill_token");
  request.headers.add("Duffel-Version", "v2");
  request.headers.add("Accept", "application/json");
  request.headers.add("Content-Type", "application/json");
  return request;
}

inline Request get(std::string target) { return with_headers(Request("GET", std::move(target))); }
inline Request post(std::string target, std::string body) {
  return with_headers(Request("POST", std::move(target), std::move(body)));
}

/// Action endpoints take no body at all.
inline Request act(std::string target) { return post(std::move(target), ""); }

inline std::string search_body(std::string_view from = "PEK", std::string_view to = "SHA",
                               std::string_view passengers = R"([{"type":"adult"}])") {
  return R"({"data":{"slices":[{"origin":")" + std::string(from) + R"(","destination":")" +
         std::string(to) + R"(","departure_date":"2027-03-15"}],"passengers":)" +
         std::string(passengers) + "}}";
}

inline std::string passenger(std::string_view id, std::string_view given = "Xiaoli") {
  return R"({"id":")" + std::string(id) + R"(","title":"ms","gender":"f","given_name":")" +
         std::string(given) +
         R"(","family_name":"Wang","born_on":"1990-05-04","email":"wang@example.com","phone_number":"+8613800000000"})";
}

inline std::string balance(std::string_view amount, std::string_view currency = "CNY") {
  return R"({"type":"balance","amount":")" + std::string(amount) + R"(","currency":")" +
         std::string(currency) + R"("})";
}

/// An airline and what a desk does with it.
class AirlineDrill {
 public:
  explicit AirlineDrill(AirlineSettings settings = {})
      : airline(kStarts, settings), caller(airline) {}

  Response search(std::string_view from = "PEK", std::string_view to = "SHA", Instant now = {}) {
    return caller.call(post("/air/offer_requests/", search_body(from, to)), now);
  }
  /// Body of createOrder for an offer of a search, by its place.
  std::string order_body(const Response& found, int offer, std::string_view kind = "instant") {
    std::string at = "/data/offers/" + std::to_string(offer);
    std::string payments = R"(,"payments":[)" + balance(text_at(found, at + "/total_amount")) + "]";
    return R"({"data":{"type":")" + std::string(kind) + R"(","selected_offers":[")" +
           text_at(found, at + "/id") + R"("],"passengers":[)" +
           passenger(text_at(found, "/data/passengers/0/id")) +
           R"(],"metadata":{"order_number":"T-1"})" + (kind == "instant" ? payments : "") + "}}";
  }
  Response order(const std::string& body, Instant now = {}) {
    return caller.call(post("/air/orders", body), now);
  }
  Response pay(const Response& made, std::string_view amount, Instant now = {}) {
    return caller.call(
        post("/air/payments", R"({"data":{"order_id":")" + text_at(made, "/data/id") +
                                  R"(","payment":)" + balance(amount) + "}}"),
        now);
  }

  /// A paid order from the `offer`-th offer of a search.
  Response book(int offer = 0, std::string_view from = "PEK", std::string_view to = "SHA",
                Instant now = {}) {
    return order(order_body(search(from, to, now), offer), now);
  }
  Response read(const Response& made, Instant now = {}) {
    return caller.call(get("/air/orders/" + text_at(made, "/data/id")), now);
  }
  Response quote(const Response& made, Instant now = {}) {
    return caller.call(post("/air/order_cancellations",
                            R"({"data":{"order_id":")" + text_at(made, "/data/id") + R"("}})"),
                       now);
  }
  Response confirm(const Response& quoted, Instant now = {}) {
    return caller.call(
        act("/air/order_cancellations/" + text_at(quoted, "/data/id") + "/actions/confirm"), now);
  }
  /// A receiver for these events, as a JSON list.
  Response hook(std::string_view events, std::string_view url = kHook, Instant now = {}) {
    return caller.call(post("/air/webhooks", R"({"data":{"url":")" + std::string(url) +
                                                 R"(","events":)" + std::string(events) + "}}"),
                       now);
  }
  /// What the airline sends now: "type key" of each event, in order.
  std::vector<std::string> told(Instant now = {}) {
    std::vector<std::string> events;
    for (const Push& push : airline.advance(now)) {
      json::value event = json::parse(push.request.body);
      events.push_back(std::string(event.at("type").as_string()) + " " +
                       std::string(event.at("idempotency_key").as_string()));
    }
    return events;
  }

  static constexpr std::string_view kHook = "http://127.0.0.1:19090/hooks/airline";
  Airline airline;
  VendorCaller caller;
};

inline std::string code(const Response& response) { return text_at(response, "/errors/0/code"); }

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  std::size_t found = text.find(from);
  EXPECT_NE(found, std::string::npos) << from;
  return text.replace(found, from.size(), to);
}

/// Texts at a pointer below each row of a list answer.
inline std::vector<std::string> column(const Response& listed, std::string_view name) {
  std::vector<std::string> texts;
  json::value body = body_of(listed);
  for (const json::value& row : body.at("data").as_array())
    texts.emplace_back(row.at(name).as_string());
  return texts;
}

/// A change to a good body, and the refusal that it must bring.
struct BadBody {
  const char* from;
  const char* to;
  const char* code;
  const char* pointer;
};

}  // namespace mayday::airline_tests
