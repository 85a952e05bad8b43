#pragma once
// What an answer needs, beside the conversation: who asks, what he bought, until when he must be
// answered and why, what is down for him, what he was promised, what he wrote before.
#include "accounts/types.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {

struct CountedTime {
    Instant from;
    Instant to;
};
BOOST_DESCRIBE_STRUCT(CountedTime, (), (from, to))

// Why an answer is due when it is.
struct Clock {
    ReplyClock source = ReplyClock::first_reply;
    Instant asked_at;
    Instant due_at;
    std::string plan_name;  // "": no plan, so the defaults hold
    std::int64_t allowance_minutes = 0;
    bool around_the_clock = false;
    std::string calendar_name;  // "" around the clock, as is the zone
    std::string zone;
    std::vector<CountedTime> counted;  // oldest first; the last one ends at due_at
};
BOOST_DESCRIBE_STRUCT(
    Clock, (),
    (source, asked_at, due_at, plan_name, allowance_minutes, around_the_clock, calendar_name, zone,
     counted))

struct PanelIncident {
    IncidentId id;
    std::string title;
    status::IncidentState state = status::IncidentState::investigating;
    notify::When when;
    bool overdue = false;
    std::int64_t others = 0;  // tickets linked to it
};
BOOST_DESCRIBE_STRUCT(PanelIncident, (), (id, title, state, when, overdue, others))

struct Panel {
    accounts::Contact contact;
    std::optional<accounts::Account> account;
    std::optional<accounts::Plan> plan;
    std::optional<Clock> clock;             // while he waits for us
    std::vector<status::Service> services;  // that he uses
    bool uses_known = false;                // false: nobody knows what he uses, so all are shown
    std::vector<promises::PromiseRow> promises;
    std::vector<PanelIncident> incidents;
    std::vector<TicketRow> earlier;
};
BOOST_DESCRIBE_STRUCT(
    Panel, (), (contact, account, plan, clock, services, uses_known, promises, incidents, earlier))

// Error ticket.not_found.
[[nodiscard]] Result<Panel> panel_of(Call& call, TicketId id);

}  // namespace tellfirst::tickets
