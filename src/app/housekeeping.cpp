#include "app/housekeeping.hpp"

#include "notify/notify.hpp"
#include "pages/pages.hpp"
#include "wire/http/answer.hpp"

namespace tellfirst::app {
namespace {

constexpr std::string_view sweep_job = "app.sweep";
constexpr std::chrono::hours between_sweeps{1};

void sweep_at(Call& call, Instant moment)
{
    jobs::later(call, {.kind = sweep_job, .due_at = moment, .key = "one"});
}

}  // namespace

void add_housekeeping(jobs::Board& board)
{
    board.on(std::string{sweep_job}, [](Call& call, jobs::Job const&) -> Result<void> {
        http::forget_old_answers(call);
        notify::forget_old_posts(call);
        pages::forget_strangers(call);
        sweep_at(call, call.now + between_sweeps);
        return {};
    });
}

void begin_housekeeping(House const& house)
{
    house.write(Actor::system(), [](Call& call) { sweep_at(call, call.now); });
}

}  // namespace tellfirst::app
