#pragma once
#include "notify/progress.hpp"

namespace tellfirst::notify {

// An announcement of which something may still leave. Errors notice.not_found, notice.is_over.
[[nodiscard]] Result<Notice> open_notice(Call& call, NoticeId id);

}  // namespace tellfirst::notify
