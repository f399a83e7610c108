#pragma once

#include "mayday/base/effects.h"
#include "tree.h"

/// The effects that are written with values, each from its whole map.
namespace mayday::reader {

EffectPlan read_delay(const Node& node);
EffectPlan read_hang(const Node& node);
EffectPlan read_status(const Node& node);
EffectPlan read_garbage(const Node& node);

EffectPlan read_cut(const Node& node);
EffectPlan read_drip(const Node& node);
EffectPlan read_corrupt(const Node& node);
EffectPlan read_header_change(const Node& node);
EffectPlan read_mutate_json(const Node& node);

EffectPlan read_quota(const Node& node);
EffectPlan read_accept_auth(const Node& node);
EffectPlan read_stale_read(const Node& node);

EffectPlan read_certificate(const Node& node);
EffectPlan read_handshake(const Node& node);

/// {duplicate: 1, after: 5s}; also what the bare word stands for.
EffectPlan read_duplicate(const Node& node);
EffectPlan default_duplicate();
EffectPlan read_reorder(const Node& node);

}  // namespace mayday::reader
