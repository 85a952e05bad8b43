#pragma once
// Who asked to hear from us and never confirmed: anybody can type somebody else's address, so we
// do not keep what we were not told by its owner.
#include "jobs/jobs.hpp"

namespace tellfirst::pages {

inline constexpr std::string_view forget_strangers_job = "pages.forget_strangers";

// As long as a mailed link works, so that nobody is gone before he could use his.
inline constexpr std::chrono::days stranger_life{7};

// Erased in one transaction, so that nobody else waits long for the database.
inline constexpr int strangers_at_once = 50;

// Erases the next of them in every room, with what they typed, and goes on until none is left. Who
// has written to us meanwhile is no stranger.
[[nodiscard]] Result<void> forget_next_strangers(Call& call, jobs::Job const& job);

}  // namespace tellfirst::pages
