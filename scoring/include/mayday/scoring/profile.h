#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/scoring/time_curve.h"

namespace mayday {

/// What is asked of a team at one level. Each span runs between the two stamps it names.
struct LevelTable {
  Span detect;      ///< t_sym to t_det.
  Span declare;     ///< t_det to t_dec.
  Span grade;       ///< t_dec to the first grade.
  Span locate;      ///< t_sym to t_loc.
  Span vendor;      ///< t_dec to t_ven.
  Span notice;      ///< t_sym to t_usr.
  Span mitigate;    ///< t_sym to t_mit or t_byp.
  Span recover;     ///< t_sym to t_rec.
  Span verify;      ///< t_rec to t_ver.
  Duration gap{0};  ///< Longest silence between two notices that costs nothing.
};
BOOST_DESCRIBE_STRUCT(LevelTable, (),
                      (detect, declare, grade, locate, vendor, notice, mitigate, recover, verify,
                       gap))

/// What a detection is worth by where it came from.
struct ClaimWorth {
  Ppm alert = kOne;
  Ppm human = 850'000;
  Ppm vendor = 700'000;
  Ppm user = 600'000;
  Ppm hint = 300'000;  ///< Anything a person claims after a hint.
};
BOOST_DESCRIBE_STRUCT(ClaimWorth, (), (alert, human, vendor, user, hint))

/// The windows and slacks of the model that are not a matter of level.
struct Slacks {
  Duration regrade = 5min;      ///< Grace to grade anew after the scope grew.
  Duration eta = 5min;          ///< How long an estimate may be over before somebody must speak.
  Duration eta_floor = 10min;   ///< Errors of an estimate are judged against at least this.
  Duration punctual = 1min;     ///< A vendor's answer this little late is still on time.
  Duration escalate = 10min;    ///< After a vendor broke its clock.
  Duration relay = 15min;       ///< To pass on what a vendor said.
  Duration alert_after = 5min;  ///< An alert this long after t_rec still belongs to the fault.
  Duration same_claim = 5min;   ///< A claim repeated within this is one claim.
  Span watch{15min, 60min};     ///< First look, in a drill without a fault.
};
BOOST_DESCRIBE_STRUCT(Slacks, (),
                      (regrade, eta, eta_floor, punctual, escalate, relay, alert_after, same_claim,
                       watch))

/// Every number of the model that a company may want to change. `levels[0]` is level 1.
struct Profile {
  std::string name;
  std::vector<LevelTable> levels;  ///< Three.
  std::vector<std::vector<Ppm>>
      costs;  ///< [true level - 1][given level, 0 = none]: three times four.
  std::vector<std::int64_t> weights;  ///< d1 … d7, points of 100.
  std::vector<std::int64_t> omegas;   ///< What a fault of each level weighs among faults.
  ClaimWorth claims;
  Slacks slacks;
  Ppm mitigate_at = 900'000;  ///< Success from which users are well served again.
  Ppm flap = 850'000;         ///< Factor for each relapse.
  Ppm retry = 800'000;        ///< Factor for each location before the right one.
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (name, levels, costs, weights, omegas, claims, slacks, mitigate_at, flap,
                       retry))

/// "enterprise", "1-5-10", or the JSON text of an own profile, which names what it has otherwise
/// than the one it `extends` (enterprise). InputError for anything else; one in an own profile has
/// its place in `file`.
Profile find_profile(std::string_view name_or_text, std::string_view file = "profile");

/// The same profile for a drill compressed `time_scale` times: all its times are divided by it.
Profile scaled(Profile profile, std::int64_t time_scale);

/// The table of a level, 1 to 3.
const LevelTable& table(const Profile& profile, int level);

/// What grading `given` (0: not at all) costs while `truth` is the level.
Ppm grading_cost(const Profile& profile, int truth, int given);

}  // namespace mayday
