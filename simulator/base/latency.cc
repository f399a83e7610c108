#include "mayday/base/latency.h"

#include <algorithm>
#include <array>

#include "mayday/base/check.h"
#include "mayday/base/draw.h"

namespace mayday {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

/// The standard normal quantile of 1/2 + i/256, in millionths.
constexpr std::array<std::int64_t, 129> kQuantiles = {
    0,       9792,    19584,   29379,   39176,   48977,   58783,   68594,   78412,   88238,
    98072,   107916,  117770,  127635,  137513,  147405,  157311,  167232,  177170,  187125,
    197099,  207093,  217107,  227143,  237202,  247285,  257394,  267528,  277690,  287881,
    298102,  308355,  318639,  328958,  339312,  349702,  360130,  370597,  381105,  391656,
    402250,  412890,  423576,  434311,  445097,  455934,  466825,  477772,  488776,  499840,
    510966,  522155,  533410,  544733,  556126,  567591,  579132,  590751,  602449,  614231,
    626099,  638056,  650104,  662248,  674490,  686834,  699283,  711842,  724514,  737304,
    750215,  763253,  776422,  789727,  803173,  816765,  830511,  844415,  858484,  872726,
    887147,  901754,  916557,  931563,  946782,  962223,  977898,  993816,  1009990, 1026433,
    1043158, 1060180, 1077516, 1095181, 1113194, 1131577, 1150349, 1169537, 1189164, 1209261,
    1229859, 1250992, 1272699, 1295022, 1318011, 1341718, 1366204, 1391537, 1417797, 1445073,
    1473468, 1503103, 1534121, 1566689, 1601009, 1637325, 1675940, 1717228, 1761670, 1809892,
    1862732, 1921351, 1987428, 2063528, 2153875, 2266227, 2417559, 2660067, 3300000};

/// 2^(i/64), in units of 2^-30.
constexpr std::array<std::int64_t, 65> kPowers = {
    1073741824, 1085434106, 1097253708, 1109202018, 1121280436, 1133490379, 1145833280, 1158310587,
    1170923762, 1183674286, 1196563654, 1209593378, 1222764986, 1236080024, 1249540052, 1263146652,
    1276901417, 1290805962, 1304861917, 1319070932, 1333434672, 1347954824, 1362633090, 1377471191,
    1392470869, 1407633882, 1422962010, 1438457051, 1454120821, 1469955159, 1485961921, 1502142985,
    1518500250, 1535035634, 1551751076, 1568648537, 1585730000, 1602997467, 1620452965, 1638098541,
    1655936265, 1673968228, 1692196547, 1710623359, 1729250827, 1748081133, 1767116489, 1786359126,
    1805811301, 1825475297, 1845353420, 1865448001, 1885761398, 1906295993, 1927054196, 1948038440,
    1969251188, 1990694927, 2012372174, 2034285470, 2056437387, 2078830522, 2101467502, 2124350982,
    2147483648};

/// `a * b / c` where the product need not fit; b and c are below 2^32.
std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c) {
  return a / c * b + a % c * b / c;
}

/// A standard normal quantile, in millionths.
std::int64_t normal(std::uint64_t drawn) {
  constexpr std::uint64_t kSteps = 1U << 20U;  // between two points of the table
  std::uint64_t place = pick(drawn, 256 * kSteps);
  bool below = place < 128 * kSteps;
  std::uint64_t out = below ? 128 * kSteps - 1 - place : place - 128 * kSteps;
  std::int64_t low = kQuantiles[out / kSteps];
  std::int64_t high = kQuantiles[out / kSteps + 1];
  std::int64_t size = low + (high - low) * static_cast<std::int64_t>(out % kSteps) /
                                static_cast<std::int64_t>(kSteps);
  return below ? -size : size;
}

/// The logarithm to base 2 of `a / b`, in millionths; both are positive. By squaring, bit by bit.
std::int64_t log2_of(std::int64_t a, std::int64_t b) {
  std::int64_t whole = 0;
  while (a / 2 >= b) a /= 2, ++whole;
  while (a >= 1LL << 31) a /= 2, b /= 2;
  std::int64_t x = (a << 30) / b;  // in [1, 2), units of 2^-30
  while (x >= 2LL << 30) x /= 2, ++whole;
  std::int64_t bits = 0;
  for (int i = 0; i < 20; ++i) {
    x = static_cast<std::int64_t>((static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(x)) >>
                                  30U);
    bits *= 2;
    if (x >= 2LL << 30) x /= 2, ++bits;
  }
  return whole * kMillion + bits * kMillion / (1 << 20);
}

/// `base` times 2 to the power of `exponent` millionths.
std::int64_t times_power(std::int64_t base, std::int64_t exponent) {
  std::int64_t whole = exponent / kMillion;
  std::int64_t part = exponent % kMillion;
  if (part < 0) part += kMillion, --whole;
  std::int64_t place = part * 64;
  std::int64_t low = kPowers[static_cast<std::size_t>(place / kMillion)];
  std::int64_t high = kPowers[static_cast<std::size_t>(place / kMillion) + 1];
  std::int64_t factor = low + (high - low) * (place % kMillion) / kMillion;
  std::int64_t value = scaled(base, factor, 1LL << 30);
  for (; whole > 0 && value < Duration{24h}.count(); --whole) value *= 2;
  for (; whole < 0; ++whole) value /= 2;
  return std::min(value, Duration{24h}.count());
}

/// The quantile of the 95th percentile, in millionths.
constexpr std::int64_t kP95 = 1'644'854;

}  // namespace

Duration sample(const Latency& latency, std::uint64_t drawn) {
  std::int64_t middle = latency.middle.count();
  std::int64_t other = latency.other.count();
  switch (latency.spread) {
    case Spread::fixed:
      return latency.middle;
    case Spread::uniform:
      return Duration{middle + static_cast<std::int64_t>(
                                   pick(drawn, static_cast<std::uint64_t>(other - middle + 1)))};
    case Spread::normal:
      return Duration{std::max<std::int64_t>(0, middle + scaled(other, normal(drawn), kMillion))};
    case Spread::lognormal: {
      // The deviation of the logarithm follows from how far the 95th percentile lies out.
      std::int64_t deviation = scaled(log2_of(other, middle), kMillion, kP95);
      return Duration{times_power(middle, scaled(deviation, normal(drawn), kMillion))};
    }
  }
  broken("unhandled Spread");
}

}  // namespace mayday
