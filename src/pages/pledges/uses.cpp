#include "pages/pledges/uses.hpp"

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;

constexpr int times_its_cost = 200;
// However dear: a plan's record shows within the hour whom it is about.
constexpr auto longest = 1h;

}  // namespace

status::PlansByService const& Uses::look(db::Tx& tx)
{
    auto const begun = Steady::now();
    if (last_ && begun < good_until_)
        return *last_;
    last_ = status::plans_by_service(tx);
    auto const ended = Steady::now();
    good_until_ = ended + good_for(ended - begun, costs_nothing_);
    return *last_;
}

std::chrono::nanoseconds
good_for(std::chrono::nanoseconds took, std::chrono::nanoseconds costs_nothing)
{
    if (took < costs_nothing)
        return 0ns;
    return std::min<std::chrono::nanoseconds>(took * times_its_cost, longest);
}

}  // namespace tellfirst::pages
