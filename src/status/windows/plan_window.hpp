#pragma once
// Inside status: a window that is planned by itself, or as an occurrence of a recurring one.
#include "status/status.hpp"

namespace tellfirst::status {

struct OccurrenceOf {
    SeriesId series;
    Instant starts_at;
};
[[nodiscard]] Result<Window>
plan_window(Call& call, NewWindow const& wish, std::optional<OccurrenceOf> const& occurrence);

}  // namespace tellfirst::status
