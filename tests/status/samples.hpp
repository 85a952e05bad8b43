#pragma once
// What the tests of status begin with: services, customers who use them, an outage, and short
// words for what became of it.
#include "accounts/accounts.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "support/database.hpp"
#include "team/team.hpp"

namespace tellfirst::status::samples {

inline Service service(support::World& world, std::string name, std::int64_t position = 0)
{
    return world
        .write([&](Call& call) {
            return add_service(call, {.name = std::move(name), .position = position});
        })
        .value();
}

inline Service service_below(support::World& world, std::string name, ServiceId group)
{
    return world
        .write([&](Call& call) {
            return add_service(call, {.name = std::move(name), .parent = group});
        })
        .value();
}

inline Service
group(support::World& world, std::string name, std::optional<ServiceId> parent = std::nullopt)
{
    return world
        .write([&](Call& call) {
            return add_service(call, {.name = std::move(name), .is_group = true, .parent = parent});
        })
        .value();
}

// A customer with one contact; `services` is what he uses (absent: nobody knows).
inline ContactId customer(
    support::World& world, std::string const& name,
    std::optional<std::vector<ServiceId>> const& services = std::nullopt)
{
    auto const account = world.write([&](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Plan of " + name;
        auto const sold = accounts::add_plan(call, plan).value();
        return accounts::add_account(
            call, {.name = name + " & Co",
                   .plan = sold.id,
                   .services = services,
                   .contacts = {{.name = name, .email = *Email::parse(name + "@example.test")}}});
    });
    return account.value().contacts.at(0).id;
}

// A customer whose plan wants to know of maintenance so many hours before.
inline void customer_with_lead(
    support::World& world, std::int64_t hours, std::string const& plan_name = "Lead",
    std::optional<std::vector<ServiceId>> const& services = std::nullopt)
{
    world.write([&](Call& call) {
        accounts::NewPlan plan;
        plan.name = plan_name;
        plan.notice_lead_hours = hours;
        auto const sold = accounts::add_plan(call, plan).value();
        (void)accounts::add_account(
            call, {.name = plan_name + " & Co",
                   .plan = sold.id,
                   .services = services,
                   .contacts =
                       {{.name = plan_name, .email = *Email::parse(plan_name + "@example.test")}}})
            .value();
    });
}

inline team::Person person(support::World& world, std::string const& name)
{
    return world
        .write([&](Call& call) {
            return team::add_person(
                call, {.name = name,
                       .email = *Email::parse(name + "@team.example.test"),
                       .role = team::Role::agent});
        })
        .value();
}

inline Actor as(team::Person const& person)
{
    return {.kind = Actor::Kind::person, .id = person.id.value(), .rights = RightSet::all()};
}

// The service is down; the next word comes in an hour.
inline NewIncident outage_of(support::World& world, ServiceId service)
{
    return {
        .title = "Galleries are down",
        .services = {{.service = service, .state = ServiceState::major}},
        .text = "We are looking for the cause.",
        .next_word_at = world.now() + std::chrono::hours{1}};
}

// "We found it", with the next word in an hour.
inline NewUpdate next_word(support::World& world)
{
    return {
        .state = IncidentState::identified,
        .text = "A disk is full.",
        .next_word_at = world.now() + std::chrono::hours{1}};
}

inline Result<Incident> publish(support::World& world, NewIncident const& wish)
{
    return world.write([&](Call& call) { return status::publish(call, wish); });
}

inline Result<Incident> update(
    support::World& world, IncidentId id, NewUpdate const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return status::update(call, id, wish, version); });
}

inline Result<Incident> resolve(
    support::World& world, IncidentId id, Resolve const& wish = {.text = "A disk was full."},
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return status::resolve(call, id, wish, version); });
}

inline std::optional<Incident> look(support::World& world, IncidentId id)
{
    return world.read([&](Call& call) { return find_incident(call.tx, id, call.now); });
}

// Work on the service, a week from now, for two hours.
inline NewWindow work_on(support::World& world, ServiceId service)
{
    return {
        .title = "New disks",
        .services = {service},
        .starts_at = world.now() + std::chrono::hours{7 * 24},
        .ends_at = world.now() + std::chrono::hours{7 * 24 + 2},
        .text = "Galleries are read-only meanwhile."};
}

inline Result<Window> plan(support::World& world, NewWindow const& wish)
{
    return world.write([&](Call& call) { return plan_window(call, wish); });
}

inline Result<Window> call_off(
    support::World& world, WindowId id, CancelWindow const& wish = {.text = "The disks are late."},
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return cancel_window(call, id, wish, version); });
}

inline Result<Window> move(
    support::World& world, WindowId id, MoveWindow const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return move_window(call, id, wish, version); });
}

inline Result<Window> finish(
    support::World& world, WindowId id, FinishWindow const& wish = {.text = "The disks are in."},
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return finish_window(call, id, wish, version); });
}

inline std::optional<Window> look(support::World& world, WindowId id)
{
    return world.read([&](Call& call) { return find_window(call.tx, id); });
}

inline ServiceState state_of(support::World& world, ServiceId id)
{
    return world.read([&](Call& call) { return find_service(call.tx, id).value().state; });
}

using Words = std::vector<std::string>;

// The ledger of an incident or window: {"next_word kept", "eta open"}, oldest first.
inline Words promised(support::World& world, notify::About const& id)
{
    auto all = world.read([&](Call& call) { return promises::about(call.tx, id.text()); });
    std::ranges::sort(all, {}, &promises::Promise::id);
    Words words;
    for (auto const& promise : all)
        words.push_back(fmt::format("{} {}", name_of(promise.source), name_of(promise.state)));
    return words;
}

// The proof of an incident or window: {"Ada queued", "Bob opted_out"}, by contact, then by notice.
inline Words told(support::World& world, notify::About const& about)
{
    auto const lines = world.read(
        [&](Call& call) { return notify::proof_lines(call.tx, about, {}, {}, 100'000); });
    Words words;
    for (auto const& line : lines)
        words.push_back(fmt::format("{} {}", line.name, name_of(line.state)));
    return words;
}

// The facts that status told, oldest first; those of the rooms below are not its own.
inline support::Told said(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.all<support::ToldFact>(
            "SELECT kind, subject FROM db_facts WHERE room = 'status' ORDER BY id");
    });
}

}  // namespace tellfirst::status::samples
