#include "app/demo/furnish.hpp"

#include "app/demo/customers.hpp"
#include "app/demo/past.hpp"
#include "app/demo/storylines.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::app::demo {
namespace {

// The way in, as most take it: the list of all customers and what they use comes first, and for a
// year the page is what most of them have. Some hear from us by mail, the others once we trust it.
// It also keeps the mails of the past to some thousands.
constexpr Moment begins{.weeks_ago = 60, .day = mon, .at = 9h};
constexpr std::size_t how_many_customers = 500;

struct Introduction {
    Moment at;
    std::size_t up_to;  // so many customers are introduced by then
};
constexpr Introduction introductions[] = {
    {.at = begins, .up_to = 20},
    {.at = {.weeks_ago = 7, .day = mon, .at = 9h}, .up_to = 80},
    {.at = {.weeks_ago = 4, .day = tue, .at = 7h}, .up_to = 120},
    {.at = {.weeks_ago = 1, .day = mon, .at = 6h}, .up_to = how_many_customers},
};
// Those who are introduced by then write to us in the weeks that follow.
constexpr auto const& founders = introductions[1];

constexpr std::size_t password_letters = 14;

Cast open_house(Call& call)
{
    auto cast = hire(call);
    prepare_words(call);
    Market market{cast};
    while (cast.customers.size() < how_many_customers)
        cast.customers.push_back(market.next(call));
    return cast;
}

void introduce_up_to(Past& past, Cast& cast, std::size_t up_to)
{
    cast.customers = past.let(Actor::system(), [&](Call& call) {
        auto customers = cast.customers;
        for (auto& customer : std::span{customers}.first(up_to))
            introduce(call, customer);
        return customers;
    });
}

}  // namespace

Owner furnish(std::unique_ptr<OpenHouse> opened, std::string const& maildir)
{
    auto const today = opened->clock.now();
    Past past{std::move(opened), maildir, when(begins, today)};
    auto cast = past.let(Actor::system(), open_house);
    Storylines stories{past, cast, today};
    Timeline timeline;
    stories.add_troubles(timeline);
    for (auto const& introduction : introductions)
        timeline.add(
            when(introduction.at, today), [&] { introduce_up_to(past, cast, introduction.up_to); });
    timeline.run(past, when(founders.at, today));

    stories.add_talks(timeline);
    stories.add_pledges(timeline);
    stories.add_works(timeline);
    stories.add_faults(timeline);
    stories.add_reserved_time(timeline);
    stories.add_critical_dates(timeline);
    stories.add_news(timeline);
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
