#include "tickets/panel.hpp"

#include "accounts/accounts.hpp"
#include "tickets/store.hpp"

namespace tellfirst::tickets {
namespace {

constexpr int most_earlier = 5;
constexpr int most_promises = 50;  // of each kind; a panel is no ledger

// Computed again by the rule that set the due time. Where that has moved since (its promise was
// given another moment by hand), no hours explain it, and none are shown.
std::optional<Clock>
clock_of(Call& call, Ticket const& ticket, std::optional<accounts::Plan> const& plan)
{
    auto const promise = promised_reply(call.tx, ticket.id);
    if (!promise || !promise->due_at)
        return std::nullopt;
    auto const source = promise->source == promises::Source::first_reply ? ReplyClock::first_reply
                                                                         : ReplyClock::next_reply;
    Clock clock{
        .source = source,
        .asked_at = promise->made_at,
        .due_at = *promise->due_at,
        .plan_name = plan ? plan->name : std::string{},
        .calendar_name = {},
        .zone = {},
        .counted = {}};
    auto const allowed =
        allowed_for(call.tx, {.account = ticket.account, .clock = source, .at = promise->made_at});
    if (!allowed)
        return clock;
    clock.allowance_minutes = allowed->allowance.count();
    clock.around_the_clock = !allowed->calendar;
    if (allowed->calendar) {
        clock.calendar_name = allowed->calendar->name;
        clock.zone = allowed->calendar->zone;
    }
    if (allowed->counted.back().closes == clock.due_at)
        for (auto const& stretch : allowed->counted)
            clock.counted.push_back({.from = stretch.opens, .to = stretch.closes});
    return clock;
}

bool uses(Panel const& panel, ServiceId service)
{
    return std::ranges::find(panel.services, service, &status::Service::id) != panel.services.end();
}

std::vector<status::Service>
services_of(Call& call, std::optional<accounts::Account> const& account)
{
    auto services = status::services(call.tx);
    if (!account || !account->services)
        return services;
    auto const used = status::with_members(call.tx, *account->services);
    std::erase_if(services, [&](status::Service const& service) {
        return !std::ranges::binary_search(used, service.id);
    });
    return services;
}

// Is it about anything of his? Trouble of one account is nobody else's.
bool concerns(status::Incident const& incident, Ticket const& ticket, Panel const& panel)
{
    if (incident.account)
        return incident.account == ticket.account;
    return std::ranges::any_of(incident.services, [&](status::Touched const& touched) {
        return uses(panel, touched.service);
    });
}

// Open ones that concern him, and the one that the ticket is linked to, first.
std::vector<PanelIncident> incidents_of(Call& call, Ticket const& ticket, Panel const& panel)
{
    std::vector<PanelIncident> incidents;
    for (auto const& incident : status::open_incidents(call.tx, call.now)) {
        bool const linked = ticket.incident == incident.id;
        if (!linked && !concerns(incident, ticket, panel))
            continue;
        incidents.insert(
            linked ? incidents.begin() : incidents.end(),
            {.id = incident.id,
             .title = incident.title,
             .state = incident.state,
             .when = incident.when,
             .overdue = incident.overdue,
             .others = store::others_linked(call.tx, incident.id, ticket.id)});
    }
    return incidents;
}

// What is still owed: about this ticket or its incident, to him or his account; soonest due first.
std::vector<promises::PromiseRow> promises_of(Call& call, Ticket const& ticket)
{
    std::vector<promises::Promise> owed;
    auto const add = [&](promises::Seek seek) {
        seek.settled = false;
        seek.limit = most_promises;
        auto const more = promises::ledger(call.tx, seek);
        owed.insert(owed.end(), more.begin(), more.end());
    };
    add({.about = ticket.id.text()});
    if (ticket.incident)
        add({.about = ticket.incident->text()});
    add({.to = ticket.contact.text()});
    if (ticket.account)
        add({.to = ticket.account->text()});
    std::ranges::sort(owed, {}, [](promises::Promise const& promise) {
        return std::pair{promise.due_at ? to_micros(*promise.due_at) : end_of_days, promise.id};
    });
    auto const repeated = std::ranges::unique(owed, {}, &promises::Promise::id);
    owed.erase(repeated.begin(), repeated.end());
    return promises::with_names(call.tx, std::move(owed));
}

}  // namespace

Result<Panel> panel_of(Call& call, TicketId id)
{
    auto const ticket = store::find_ticket(call.tx, id);
    auto const contact = ticket ? accounts::find_contact(call.tx, ticket->contact) : std::nullopt;
    if (!contact)
        return not_found("ticket");
    Panel panel{.contact = *contact};
    if (ticket->account)
        panel.account = accounts::find_account(call.tx, *ticket->account);
    if (panel.account)
        panel.plan = accounts::find_plan(call.tx, panel.account->plan);
    panel.clock = clock_of(call, *ticket, panel.plan);
    panel.services = services_of(call, panel.account);
    panel.uses_known = panel.account && panel.account->services;
    panel.promises = promises_of(call, *ticket);
    panel.incidents = incidents_of(call, *ticket, panel);
    panel.earlier = store::related(call.tx, *ticket, most_earlier);
    return panel;
}

}  // namespace tellfirst::tickets
