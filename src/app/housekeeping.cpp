#include "app/housekeeping.hpp"

#include "wire/http/answer.hpp"

namespace tellfirst::app {
namespace {

constexpr std::string_view sweep_job = "app.sweep";
constexpr std::chrono::hours between_sweeps{1};

void sweep_later(Call& call)
{
    jobs::later(call, {.kind = sweep_job, .due_at = call.now + between_sweeps, .key = "one"});
}

}  // namespace

void add_housekeeping(jobs::Board& board)
{
    board.on(std::string{sweep_job}, [](Call& call, jobs::Job const&) -> Result<void> {
        http::forget_old_answers(call);
        sweep_later(call);
        return {};
    });
}

void begin_housekeeping(House const& house)
{
    house.write(Actor::system(), sweep_later);
}

}  // namespace tellfirst::app
