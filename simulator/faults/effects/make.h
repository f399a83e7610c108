#pragma once

#include <memory>

#include "mayday/faults/effect.h"

/// One file for each idea; what an effect remembers is its own. Plans outlive effects.
namespace mayday {

std::unique_ptr<Effect> make(const effects::Delay& plan);
std::unique_ptr<Effect> make(const effects::Hang& plan);
std::unique_ptr<Effect> make(const effects::Close& plan);
std::unique_ptr<Effect> make(const effects::Reset& plan);
std::unique_ptr<Effect> make(const effects::Status& plan);
std::unique_ptr<Effect> make(const effects::Garbage& plan);
std::unique_ptr<Effect> make(const effects::Cut& plan);
std::unique_ptr<Effect> make(const effects::Drip& plan);
std::unique_ptr<Effect> make(const effects::Corrupt& plan);
std::unique_ptr<Effect> make(const effects::Empty& plan);
std::unique_ptr<Effect> make(const effects::HeaderChange& plan);
std::unique_ptr<Effect> make(const effects::MutateJson& plan);
std::unique_ptr<Effect> make(const effects::Quota& plan);
std::unique_ptr<Effect> make(const effects::AcceptAuth& plan);
std::unique_ptr<Effect> make(const effects::Revoke& plan);
std::unique_ptr<Effect> make(const effects::StaleRead& plan);
std::unique_ptr<Effect> make(const effects::NoWrite& plan);
std::unique_ptr<Effect> make(const effects::HalfWrite& plan);
std::unique_ptr<Effect> make(const effects::Door& plan);
std::unique_ptr<Effect> make(const effects::Lose& plan);
std::unique_ptr<Effect> make(const effects::Duplicate& plan);
std::unique_ptr<Effect> make(const effects::Reorder& plan);
std::unique_ptr<Effect> make(const effects::BadSignature& plan);

}  // namespace mayday
