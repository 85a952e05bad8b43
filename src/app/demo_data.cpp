#include "app/demo_data.hpp"

#include "accounts/accounts.hpp"
#include "status/status.hpp"

#include <array>

namespace tellfirst::app {
namespace {

using namespace std::chrono_literals;
using accounts::Topic;

struct Studio {
    std::string_view name;
    std::string_view owner;
    std::string_view zone;
    std::string_view language = "en";
};

// Ten studios in five towns each: enough to look like customers, few enough to read.
constexpr std::array studios{
    Studio{"Foto Ruiz", "Elena Ruiz", "Europe/Madrid"},
    Studio{"Lichtblick", "Jonas Weber", "Europe/Berlin", "de"},
    Studio{"Harbour Lane Weddings", "Priya Nair", "Europe/London"},
    Studio{"Northern Frames", "Aino Laine", "Europe/Helsinki"},
    Studio{"Blue Hour", "Marcus Reed", "America/New_York"},
    Studio{"Atelier Camille", "Camille Durand", "Europe/Paris"},
    Studio{"Monsoon Portraits", "Rohan Mehta", "Asia/Kolkata"},
    Studio{"Bergkristall", "Anna Gruber", "Europe/Vienna", "de"},
    Studio{"Prairie Light", "Dana Whitefield", "America/Chicago"},
    Studio{"Southern Cross Studio", "Liam Tui", "Pacific/Auckland"}};
constexpr std::array<std::string_view, 5> branches{"", "Old Town", "Riverside", "Central", "West"};

struct Town {
    std::array<ServiceId, 3> services;  // galleries, statistics, uploads
    PlanId basic;
    PlanId pro;
};

Town build_town(Call& call)
{
    Town town;
    constexpr std::array<std::string_view, 3> names{"Galleries", "Statistics", "Uploads"};
    for (std::size_t i = 0; i < names.size(); ++i)
        town.services[i] =
            status::add_service(
                call, {.name = std::string{names[i]}, .position = static_cast<std::int64_t>(i)})
                .value()
                .id;
    accounts::NewPlan basic;
    basic.name = "Basic";
    basic.price = {.minor = 995, .currency = "USD"};
    basic.first_reply_minutes = 2 * 9 * 60;  // two working days
    basic.topics = {Topic::recovery, Topic::tickets};
    town.basic = accounts::add_plan(call, basic).value().id;
    accounts::NewPlan pro;
    pro.name = "Pro";
    pro.price = {.minor = 4900, .currency = "USD"};
    pro.availability = 99.9;
    pro.first_reply_minutes = 4 * 60;
    pro.notice_lead_hours = 48;
    pro.first_word_minutes = 15;
    pro.topics = {Topic::planned, Topic::unplanned, Topic::recovery, Topic::tickets};
    town.pro = accounts::add_plan(call, pro).value().id;
    return town;
}

std::string email_of(Studio const& studio, std::size_t branch)
{
    std::string local;
    for (char const c : studio.owner)
        local += c == ' ' ? '.' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return branch == 0 ? local + "@customers.test"
                       : fmt::format("{}.{}@customers.test", local, branch + 1);
}

// Every third uses all services as far as we know; every fifth has made a choice of his own.
accounts::NewAccount account_of(Town const& town, std::size_t studio, std::size_t branch)
{
    auto const& who = studios[studio];
    auto const count = branch * studios.size() + studio;
    accounts::NewAccount account{
        .name =
            branch == 0 ? std::string{who.name} : fmt::format("{} {}", who.name, branches[branch]),
        .plan = count % 5 < 3 ? town.pro : town.basic};
    if (count % 3 != 0)
        account.services = std::vector{town.services[count % 3], town.services[(count + 1) % 3]};
    accounts::NewContact contact{
        .name = std::string{who.owner},
        .email = Email::parse(email_of(who, branch)).value(),
        .language = std::string{who.language},
        .zone = std::string{who.zone}};
    if (count % 5 == 4)
        contact.topics = std::vector{Topic::unplanned, Topic::recovery, Topic::tickets};
    account.contacts.push_back(std::move(contact));
    return account;
}

void have_trouble(Call& call, Town const& town)
{
    (void)status::publish(
        call, {.title = "Statistics are delayed",
               .services = {{.service = town.services[1], .state = status::ServiceState::degraded}},
               .text = "Page views of today are counted but not shown yet. Nothing is lost: the "
                       "counters catch up once the queue is drained.",
               .eta = status::Eta{.within = "2h"},
               .next_word_at = call.now + 45min,
               .undo_s = 0,
               .started_at = call.now - 20min})
        .value();
}

}  // namespace

// Everything here is acceptable: were it refused, value() would say so to whoever broke it.
void furnish(Call& call)
{
    auto const town = build_town(call);
    for (std::size_t branch = 0; branch < branches.size(); ++branch)
        for (std::size_t studio = 0; studio < studios.size(); ++studio)
            (void)accounts::add_account(call, account_of(town, studio, branch)).value();
    have_trouble(call, town);
}

}  // namespace tellfirst::app
