#pragma once
// A ledger to test with: promises by hand, the time passing, who was paged.
#include "accounts/accounts.hpp"
#include "promises/late.hpp"
#include "promises/promises.hpp"
#include "support/database.hpp"
#include "support/results.hpp"
#include "team/team.hpp"

namespace tellfirst::promises {

struct LedgerWorld : support::World {
    using World::World;

    Promise given(Make const& wish)
    {
        return write([&](Call& call) { return make(call, wish); }).value();
    }
    Promise given_in(Duration time) { return given({.text = "A reply", .due_at = now() + time}); }

    // As the timer does at the due moment.
    void fall_due(PromiseId id)
    {
        write([&](Call& call) { promises::fall_due(call, id); });
    }
    Result<Promise> keep(PromiseId id)
    {
        return write([&](Call& call) { return promises::keep(call, id); });
    }
    Result<Promise> move(PromiseId id, Instant due_at)
    {
        return write([&](Call& call) { return promises::move(call, id, due_at, "it rains"); });
    }
    Result<Promise> withdraw(PromiseId id)
    {
        return write([&](Call& call) { return promises::withdraw(call, id, "not needed"); });
    }

    // "open kept": the states of its history.
    std::string states(PromiseId id)
    {
        std::string words;
        for (auto const& change : read([&](Call& call) { return history(call.tx, id); }))
            words += std::string{words.empty() ? "" : " "} + std::string{name_of(change.state)};
        return words;
    }
    // The due moment of the timer that waits for it, if one does.
    std::optional<Instant> timer(PromiseId id)
    {
        return read([&](Call& call) {
            return call.tx.one<Instant>(
                "SELECT due_at FROM jobs_queue WHERE kind = 'promises.due' AND key = :key",
                {{"key", id.text()}});
        });
    }
    // Who was paged about it, by address.
    std::vector<std::string> paged(std::string const& about)
    {
        return read([&](Call& call) {
            return call.tx.all<std::string>(
                "SELECT d.address AS address FROM notify_notices n "
                "JOIN notify_deliveries d ON d.notice = n.id "
                "WHERE n.kind = 'page' AND n.about = :about ORDER BY d.address",
                {{"about", about}});
        });
    }
    accounts::Account add_ada()
    {
        return write([](Call& call) {
                   accounts::NewPlan plan;
                   plan.name = "Pro";
                   auto const pro = accounts::add_plan(call, plan).value().id;
                   return accounts::add_account(
                       call,
                       {.name = "Ada & Co",
                        .plan = pro,
                        .contacts = {{.name = "Ada", .email = *Email::parse("ada@example.test")}}});
               })
            .value();
    }
    team::Person somebody(std::string const& name, team::Role role = team::Role::agent)
    {
        return write([&](Call& call) {
                   return team::add_person(
                       call, {.name = name,
                              .email = *Email::parse(name + "@team.example.test"),
                              .role = role});
               })
            .value();
    }
};

}  // namespace tellfirst::promises
