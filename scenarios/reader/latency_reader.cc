#include "latency_reader.h"

#include "durations.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

const Names kSpreads = {"fixed", "uniform", "normal", "lognormal"};

Latency read_uniform(const Node& node) {
  if (node.kind != Node::Kind::list || node.items.size() != 2)
    node.fail("a uniform delay has a least and a most: write [1s, 5s]");
  Latency latency{Spread::uniform, read_time(node.items[0]), read_time(node.items[1])};
  if (latency.middle >= latency.other) node.items[1].fail("the most must be more than the least");
  return latency;
}

Latency read_normal(const Node& node) {
  Fields fields(node, "a normal delay", {"mean", "deviation"});
  return {Spread::normal, read_positive_time(fields.need("mean")),
          read_positive_time(fields.need("deviation"))};
}

Latency read_lognormal(const Node& node) {
  Fields fields(node, "a lognormal delay", {"median", "p95"});
  Latency latency{Spread::lognormal, read_positive_time(fields.need("median")),
                  read_positive_time(fields.need("p95"))};
  if (latency.other <= latency.middle)
    fields.need("p95").fail("the 95th percentile must be more than the median");
  return latency;
}

}  // namespace

Latency read_latency(const Node& node) {
  if (node.kind != Node::Kind::map) return {Spread::fixed, read_positive_time(node), Duration{0}};
  Fields fields(node, "a delay", kSpreads);
  if (node.entries.size() != 1) node.fail("a delay is one of " + enumerate(kSpreads, "or"));
  const Entry& spread = node.entries.front();
  if (spread.key == "uniform") return read_uniform(spread.value);
  if (spread.key == "normal") return read_normal(spread.value);
  if (spread.key == "lognormal") return read_lognormal(spread.value);
  return {Spread::fixed, read_positive_time(spread.value), Duration{0}};
}

}  // namespace mayday::reader
