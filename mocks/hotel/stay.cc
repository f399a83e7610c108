#include "stay.h"

#include "mayday/base/time.h"
#include "wire.h"

namespace mayday::hotel {

using std::chrono::days;

namespace {

std::chrono::sys_days read_date(Query& query, std::string_view name,
                                std::chrono::sys_days otherwise) {
  if (!query.has(name)) return otherwise;
  auto date = parse_date(query.text(name));
  if (!date) query.refuse(bad_parameter(name, std::string(name) + " must be a date"));
  return date.value_or(otherwise);
}

}  // namespace

std::chrono::sys_days local_date(const Property& property, std::chrono::sys_time<Duration> wall) {
  return std::chrono::floor<days>(wall + std::chrono::minutes{property.city->utc_minutes});
}

Stay read_stay(Query& query, std::chrono::sys_days today) {
  Stay stay;
  stay.adults = query.number("adults", 1, 9, 1);
  for (std::string_view age : query.list("childAges", 9)) {
    stay.child_ages.push_back(whole_number(age, -1));
    if (stay.child_ages.back() < 0 || stay.child_ages.back() > 17)
      query.refuse(bad_parameter("childAges", "ages are from 0 to 17"));
  }
  stay.check_in = read_date(query, "checkInDate", today);
  stay.check_out = read_date(query, "checkOutDate", stay.check_in + days{1});
  if (auto problem = date_problem(stay, today)) query.refuse(*problem);
  stay.rooms = query.number("roomQuantity", 1, 9, 1);
  return stay;
}

std::optional<Problem> date_problem(const Stay& stay, std::chrono::sys_days today) {
  if (stay.check_in < today) return Problem{400, 381, "INVALID CHECK-IN DATE", {}, "checkInDate"};
  if (stay.check_out <= stay.check_in)
    return Problem{400,
                   404,
                   "CHECK_OUT DATE MUST BE FURTHER IN THE FUTURE THAN CHECK-IN DATE",
                   {},
                   "checkOutDate"};
  if (stay.nights() > 99)
    return Problem{400, 377, "MAX STAY DURATION IS EXCEEDED", {}, "checkOutDate"};
  if (stay.check_in > today + days{359})
    return Problem{400, 3273, "MAXIMUM ADVANCE DAYS BOOKING EXCEEDED", {}, "checkInDate"};
  return std::nullopt;
}

}  // namespace mayday::hotel
