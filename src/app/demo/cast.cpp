#include "app/demo/cast.hpp"

namespace tellfirst::app::demo {
namespace {

using accounts::Topic;

struct Somebody {
    std::string_view name;
    std::string_view mailbox;
    team::Role role;
    std::string_view zone;
};

// In the order of Who.
constexpr std::array<Somebody, how_many_people> staff{{
    {"Mara Lindqvist", "mara", team::Role::owner, "Europe/Berlin"},
    {"Jonas Weber", "jonas", team::Role::lead, "Europe/Berlin"},
    {"Priya Nair", "priya", team::Role::agent, "Europe/London"},
    {"Tom Okafor", "tom", team::Role::agent, "Europe/Dublin"},
}};

// Services stand in groups on the page; what everybody needs stands by itself.
constexpr std::array<std::string_view, 3> groups{"Pictures", "For your clients", "For your studio"};
constexpr std::size_t no_group = groups.size();

struct Thing {
    std::string_view name;
    std::string_view description;
    std::size_t group;
};

// In the order of What.
constexpr std::array<Thing, how_many_services> things{{
    {"Galleries", "Public and private galleries in the browser", 0},
    {"Uploads", "From the browser, the desktop program and phones", 0},
    {"Downloads", "Single pictures and whole galleries", 0},
    {"Client proofing", "Favourites, comments, choices", 1},
    {"Statistics", "Who looked at what, and when", 2},
    {"Print orders", "Prints and albums from our laboratories", 1},
    {"Custom domains", "Galleries under a name of your own", 2},
    {"API", "For partners and programs", 2},
    {"Sign-in", "Passwords, codes, invitations", no_group},
}};

std::array<ServiceId, how_many_services> offer(Call& call)
{
    std::array<std::optional<ServiceId>, groups.size() + 1> parents;
    for (std::size_t i = 0; i < groups.size(); ++i)
        parents[i] = status::add_service(
                         call, {.name = std::string{groups[i]},
                                .is_group = true,
                                .position = static_cast<std::int64_t>(i)})
                         .value()
                         .id;
    std::array<ServiceId, how_many_services> services;
    for (std::size_t i = 0; i < things.size(); ++i)
        services[i] = status::add_service(
                          call, {.name = std::string{things[i].name},
                                 .description = std::string{things[i].description},
                                 .position = static_cast<std::int64_t>(groups.size() + i),
                                 .parent = parents[things[i].group]})
                          .value()
                          .id;
    return services;
}

CalendarId open_office(Call& call)
{
    std::vector<accounts::DayWindow> const day{{.opens = "08:30", .closes = "18:00"}};
    accounts::NewCalendar office{.name = "Office, Berlin", .zone = "Europe/Berlin"};
    auto& week = office.week;
    for (auto* const weekday :
         {&week.monday, &week.tuesday, &week.wednesday, &week.thursday, &week.friday})
        *weekday = day;
    for (auto const* const date : {"2026-01-01", "2026-05-01", "2026-10-03", "2026-12-25"})
        office.holidays.push_back({.date = date, .name = "Holiday", .yearly = true});
    return accounts::add_calendar(call, office).value().id;
}

accounts::NewPlan terms_of(Sold sold, CalendarId office)
{
    accounts::NewPlan plan;
    plan.calendar = office;
    switch (sold) {
    case Sold::free:
        plan.name = "Free";
        plan.first_reply_minutes = plan.next_reply_minutes = 3 * 570;  // three working days
        plan.topics = {Topic::recovery, Topic::tickets};
        break;
    case Sold::pro:
        plan.name = "Pro";
        plan.price = {.minor = 1900};
        plan.availability = 99.5;
        plan.first_reply_minutes = plan.next_reply_minutes = 4 * 60;
        plan.notice_lead_hours = 48;
        break;
    case Sold::studio:
        plan.name = "Studio";
        plan.price = {.minor = 5900};
        plan.availability = 99.9;
        plan.first_reply_minutes = plan.next_reply_minutes = 2 * 60;
        plan.resolve_minutes = 2 * 570;
        plan.topics.push_back(Topic::news);
        plan.notice_lead_hours = 72;
        plan.first_word_minutes = 15;
        plan.credit_tiers = {{.below = 99.9, .percent = 10}, {.below = 99.0, .percent = 25}};
        break;
    case Sold::partner:
        plan.name = "Partner";
        plan.price = {.minor = 49000};
        plan.availability = 99.95;
        plan.around_the_clock = true;
        plan.first_reply_minutes = 60;
        plan.next_reply_minutes = 120;
        plan.notice_lead_hours = 120;
        plan.first_word_minutes = 10;
        plan.credit_tiers = {{.below = 99.95, .percent = 15}, {.below = 99.5, .percent = 40}};
        break;
    }
    return plan;
}

}  // namespace

// Everything here is acceptable: were it refused, value() would say so to whoever broke it.
Cast hire(Call& call)
{
    Cast cast;
    (void)accounts::change_brand(
        call, accounts::default_brand(call.tx).id, {.name = std::string{brand_name}}, std::nullopt)
        .value();
    for (std::size_t i = 0; i < staff.size(); ++i)
        cast.people[i] =
            team::add_person(
                call,
                {.name = std::string{staff[i].name},
                 .email =
                     Email::parse(std::string{staff[i].mailbox} + "@framewell.example").value(),
                 .role = staff[i].role,
                 .zone = std::string{staff[i].zone}})
                .value();
    cast.services = offer(call);
    auto const office = open_office(call);
    for (auto const sold : {Sold::free, Sold::pro, Sold::studio, Sold::partner})
        cast.plans[static_cast<std::size_t>(sold)] =
            accounts::add_plan(call, terms_of(sold, office)).value().id;
    cast.partner = add_partner(call);
    return cast;
}

}  // namespace tellfirst::app::demo
