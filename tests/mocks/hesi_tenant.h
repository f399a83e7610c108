#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange_record.h"
#include "mayday/base/json.h"
#include "mayday/hesi/hesi.h"

namespace mayday::hesi_test {

inline constexpr std::int64_t kStarts = 1788220800;  // 2026-09-01T00:00:00Z
inline constexpr std::string_view kKeys =
    R"({"appKey":"5d0c7e11-0a01-4c0d-9b01-d1a100000001","appSecurity":"9f1b2c33-0b02-4d0e-8c02-d1a100000002"})";
inline const std::string kLin = "Kq7DrillCorp00:ID01drStfLin01";
inline const std::string kZhou = "Kq7DrillCorp00:ID01drStfZhou1";
inline const std::string kQin = "Kq7DrillCorp00:ID01drStfQin01";
inline const std::string kAda = "Kq7DrillCorp00:ID01estAda001";
inline const std::string kBoss = "Kq7DrillCorp00:ID01estBoss01";

/// An estate of one department beside the fixtures: 安达 works in it, 博思 manages it.
inline EstatePlan small_estate() {
  EstatePlan estate;
  estate.departments = {{"Kq7DrillCorp00:ID01estDep001", "Design", kBoss}};
  estate.staff = {{kAda, "安达", "E2001", "Kq7DrillCorp00:ID01estDep001", false},
                  {kBoss, "博思", "E2002", "Kq7DrillCorp00:ID01estDep001", true}};
  return estate;
}

/// A tenant with a clock in its hand: calls go through the same four steps as in a drill.
class Tenant {
 public:
  explicit Tenant(HesiSettings settings = {})
      : hesi(
            small_estate(), kStarts,
            [](std::string_view input) { return "signed:" + std::to_string(input.size()); },
            std::move(settings)) {}

  Exchange exchange(std::string method, std::string target, std::string body = {}) const {
    Exchange x(Member::hesi, Request(method, std::move(target), std::move(body)), now, kStarts);
    hesi.identify(x);
    return x;
  }

  /// Without a record of it, for what is too large to be kept.
  Response answer(Exchange& x) {
    if (auto refusal = hesi.authenticate(x, now)) return *refusal;
    Handled handled = hesi.handle(x, now);
    return handled.write ? handled.write(now, Commit::whole) : handled.answer;
  }

  Response run(Exchange& x) {
    Response response = answer(x);
    record(x, response);
    return response;
  }

  /// A call without a token of its own.
  Response bare(std::string method, std::string target, std::string body = {}) {
    Exchange x = exchange(std::move(method), std::move(target), std::move(body));
    return run(x);
  }

  /// A call with a valid token.
  Response call(std::string method, const std::string& target, std::string body = {}) {
    std::string mark = target.find('?') == std::string::npos ? "?" : "&";
    return bare(std::move(method), target + mark + "accessToken=" + token(), std::move(body));
  }
  json::object get(const std::string& target) { return object(call("GET", target)); }
  json::object post(const std::string& target, std::string body) {
    return object(call("POST", target, std::move(body)));
  }

  std::string token() {
    if (token_.empty() || now >= token_until_) {
      json::object grant =
          object(bare("POST", "/api/openapi/v1/auth/getAccessToken", std::string(kKeys)));
      token_ = grant.at("value").at("accessToken").as_string().c_str();
      token_until_ = now + 2h;
    }
    return token_;
  }

  /// Lets time pass as a world does: from one due instant to the next.
  void wait(Duration d) {
    Instant until = now + d;
    while (hesi.next_due() <= until) {
      now = std::max(now, hesi.next_due());
      for (Push& push : hesi.advance(now)) pushes.push_back(std::move(push));
    }
    now = until;
  }

  json::object put(const std::string& target, std::string body) {
    return object(call("PUT", target, std::move(body)));
  }

  /// Tells the vendor that the receiver of the nth message answered so; whether it is content.
  bool answered(std::size_t nth, CallResult answer, std::size_t attempt = 0) {
    const Push& push = pushes.at(nth);
    bool last = attempt == push.retry_after.size();
    return hesi.delivered(push, PushAttempt{last, now, now, std::move(answer)});
  }

  static json::object object(const Response& response) {
    return json::parse(response.body).as_object();
  }

  Hesi hesi;
  Instant now{10s};
  std::vector<Push> pushes;

 private:
  std::string token_;
  Instant token_until_;
};

inline std::string money(std::string_view amount) {
  return R"({"standard":")" + std::string(amount) +
         R"(","standardUnit":"元","standardScale":2,"standardSymbol":"¥","standardNumCode":"156","standardStrCode":"CNY"})";
}

inline std::string line(
    std::string_view amount_json,
    std::string_view spec =
        "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c") {
  return R"({"feeTypeId":"Kq7DrillCorp00:hotel","specificationId":")" + std::string(spec) +
         R"(","feeTypeForm":{"amount":)" + std::string(amount_json) +
         R"(,"feeDate":"1788220800000","consumptionReasons":"Client visit"}})";
}

inline constexpr std::string_view kTripForm =
    "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6";

/// A claim's body; `more` are further members of the form, with a leading comma.
inline std::string claim(std::string_view outer_code, const std::string& submitter = kLin,
                         std::string_view details = {},
                         std::string_view more = R"(,"payeeId":"ID01drPayee001")",
                         std::string_view form = kTripForm) {
  std::string lines = details.empty() ? line(money("680.00")) : std::string(details);
  return R"({"form":{"outerCode":")" + std::string(outer_code) +
         R"(","title":"Hangzhou trip","submitterId":")" + submitter + R"(","specificationId":")" +
         std::string(form) + R"(","expenseDate":"1788220800000","details":[)" + lines + "]" +
         std::string(more) + "}}";
}

inline const std::string kCreate = "/api/openapi/v2.2/flow/data";
inline const std::string kCommit = "/api/openapi/v2.2/flow/data?isCommit=true";

inline std::string text(const json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

/// The error text of a shape A answer.
inline std::string message(const Response& response) {
  return text(Tenant::object(response).at("errorMessage"));
}

/// Creates and commits a claim; its id.
inline std::string commit_claim(Tenant& tenant, std::string_view outer_code,
                                const std::string& submitter = kLin) {
  return text(tenant.post(kCommit, claim(outer_code, submitter)).at("flow").at("id"));
}

inline std::string state_of(Tenant& tenant, const std::string& id) {
  return text(tenant.get("/api/openapi/v1.1/flowDetails?flowId=" + id).at("value").at("state"));
}

inline Response decide(Tenant& tenant, const std::string& ids, const std::string& approver,
                       const std::string& action = R"({"name":"freeflow.agree"})") {
  return tenant.call(
      "POST",
      "/api/openapi/v1/backlog/data/[" + ids + "]?messageCode=debug&powerCode=TICKET_AUDIT_switch",
      R"({"approveId":")" + approver + R"(","action":)" + action + "}");
}

inline json::object result_of(Tenant& tenant, const std::string& approver) {
  return tenant
      .get("/api/openapi/v1/backlog/data/result?powerCode=TICKET_AUDIT_switch&approveId=" +
           approver)
      .at("value")
      .as_object();
}

inline std::string stage_of(Tenant& tenant, const std::string& id) {
  return text(
      tenant.get("/api/openapi/v2/approveStates/[" + id + "]").at("items").at(0).at("stageName"));
}

}  // namespace mayday::hesi_test
