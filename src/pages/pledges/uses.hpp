#pragma once
// Who uses what, for "how we tell you": pages are renewed several times a second, and looking at
// who uses what takes a fifth of a second at a hundred thousand accounts. So it is looked at anew
// when the last look is old by what it cost.
#include "status/status.hpp"

#include <chrono>
#include <optional>

namespace tellfirst::pages {

class Uses {
  public:
    // A renewal takes longer itself.
    explicit Uses(std::chrono::nanoseconds costs_nothing = std::chrono::milliseconds{5})
        : costs_nothing_{costs_nothing}
    {
    }

    [[nodiscard]] status::PlansByService const& look(db::Tx& tx);

  private:
    using Steady = std::chrono::steady_clock;
    std::chrono::nanoseconds costs_nothing_;
    std::optional<status::PlansByService> last_;
    Steady::time_point good_until_;
};

// How long a look is good that took so long: none is saved where it costs nothing, and else no more
// than a two-hundredth of the time goes into looking. Pure.
[[nodiscard]] std::chrono::nanoseconds
good_for(std::chrono::nanoseconds took, std::chrono::nanoseconds costs_nothing);

}  // namespace tellfirst::pages
