#include "app/demo/furnish.hpp"

#include "app/demo/customers.hpp"
#include "app/demo/past.hpp"
#include "app/demo/storylines.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::app::demo {
namespace {

// The way in, as most take it: some customers first, the others once they trust it. It also keeps
// the mails of the past to some thousands.
struct Arrival {
    Moment at;
    std::size_t how_many;
};
constexpr Arrival arrivals[] = {
    {.at = {.weeks_ago = 7, .day = mon, .at = 9h}, .how_many = 80},
    {.at = {.weeks_ago = 4, .day = tue, .at = 7h}, .how_many = 40},
    {.at = {.weeks_ago = 1, .day = mon, .at = 6h}, .how_many = 380},
};

constexpr std::size_t password_letters = 14;

}  // namespace

Owner furnish(std::unique_ptr<OpenHouse> opened, std::string const& maildir)
{
    auto const today = opened->clock.now();
    Past past{std::move(opened), maildir, when(arrivals[0].at, today)};
    auto cast = past.let(Actor::system(), hire);
    Market market{cast};
    auto const arrive = [&](Arrival const& arrival) {
        past.let(Actor::system(), [&](Call& call) {
            for (std::size_t i = 0; i < arrival.how_many; ++i)
                cast.customers.push_back(market.next(call));
            return cast.customers.size();
        });
    };
    arrive(arrivals[0]);

    Timeline timeline;
    for (auto const& arrival : std::span{arrivals}.subspan(1))
        timeline.add(when(arrival.at, today), [&] { arrive(arrival); });
    Storylines stories{past, cast, today};
    stories.add_troubles(timeline);
    stories.add_talks(timeline);
    stories.add_pledges(timeline);
    stories.add_works(timeline);
    stories.add_faults(timeline);
    stories.add_reserved_time(timeline);
    stories.add_critical_dates(timeline);
    stories.add_rounds(timeline);
    timeline.run(past, today);

    Owner owner{
        .id = cast.people[mara].id,
        .email = cast.people[mara].email.text(),
        .password = random_secret().substr(0, password_letters)};
    team::set_password(past.house(), owner.id, owner.password).value();
    return owner;
}

}  // namespace tellfirst::app::demo
