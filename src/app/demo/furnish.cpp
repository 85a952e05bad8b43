#include "app/demo/furnish.hpp"

#include "app/demo/cast.hpp"
#include "app/demo/past.hpp"
#include "app/demo/storylines.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::app::demo {
namespace {

// Half a year of customers, then six weeks of script.
constexpr auto customers_for = std::chrono::days{180};
constexpr std::size_t password_letters = 14;

}  // namespace

Owner furnish(std::unique_ptr<OpenHouse> opened, std::string const& maildir)
{
    auto const today = opened->clock.now();
    Past past{std::move(opened), maildir, today - customers_for};
    auto const cast = past.let(Actor::system(), [](Call& call) { return hire_and_sell(call); });

    Timeline timeline;
    Storylines stories{past, cast, today};
    stories.add_troubles(timeline);
    stories.add_talks(timeline);
    stories.add_pledges(timeline);
    timeline.run(past, today);

    Owner owner{
        .id = cast.people[mara].id,
        .email = cast.people[mara].email.text(),
        .password = random_secret().substr(0, password_letters)};
    team::set_password(past.house(), owner.id, owner.password).value();
    return owner;
}

}  // namespace tellfirst::app::demo
