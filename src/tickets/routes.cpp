#include "tickets/panel.hpp"
#include "tickets/store.hpp"
#include "tickets/tickets.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::tickets {
namespace {

// A query parameter that is an id; nothing where it is not given.
template <class AnId>
Result<std::optional<AnId>> id_in(http::Request const& request, std::string const& name)
{
    auto const text = request.parameter(name);
    if (!text || text->empty())
        return std::optional<AnId>{};
    if (auto const id = AnId::parse(*text))
        return std::optional<AnId>{*id};
    return invalid("input.invalid", name, name + ": " + AnId::expectation());
}

Result<Filter> filter_of(http::Request const& request)
{
    auto const state = request.parameter_as<State>("state");
    if (!state)
        return state.error();
    auto const account = id_in<AccountId>(request, "account");
    if (!account)
        return account.error();
    auto const incident = id_in<IncidentId>(request, "incident");
    if (!incident)
        return incident.error();
    return Filter{
        .state = *state,
        .account = *account,
        .incident = *incident,
        .q = request.parameter("q").value_or("")};
}

Result<http::Reply> get_tickets(http::Request const& request, Call& call)
{
    auto const filter = filter_of(request);
    if (!filter)
        return filter.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto const after = request.after<Place>();
    if (!after)
        return after.error();
    return http::ok(to_json(http::page_of(
        list(call.tx, *filter, *after, *limit + 1), *limit,
        [&](TicketRow const& row) { return place_of(*filter, row).text(); })));
}

Result<http::Reply> get_counts(http::Request const&, Call& call)
{
    return http::ok(to_json(counts(call.tx, call.now)));
}

Result<http::Reply> get_ticket(http::Request const& request, Call& call)
{
    auto const id = request.id<TicketId>("ticket");
    if (!id)
        return id.error();
    auto const ticket = find(call, *id);
    if (!ticket)
        return not_found("ticket");
    return http::ok(to_json(*ticket));
}

Result<http::Reply> get_panel(http::Request const& request, Call& call)
{
    auto const id = request.id<TicketId>("ticket");
    if (!id)
        return id.error();
    auto const panel = panel_of(call, *id);
    if (!panel)
        return panel.error();
    return http::ok(to_json(*panel));
}

// A verb on one ticket whose wish is the body; most routes of this room are.
template <class Wish>
Result<http::Reply>
act(http::Request const& request, Call& call, Result<Ticket> (*verb)(Call&, TicketId, Wish const&),
    int status)
{
    auto const id = request.id<TicketId>("ticket");
    if (!id)
        return id.error();
    auto const wish = request.body_as<Wish>();
    if (!wish)
        return wish.error();
    auto const before = store::find_ticket(call.tx, *id);
    if (!before)
        return not_found("ticket");
    if (auto const same = request.check_version(before->version); !same)
        return same.error();
    auto const ticket = verb(call, *id, *wish);
    if (!ticket)
        return ticket.error();
    auto answer = to_json(*ticket);
    return status == 201 ? http::created("/api/v1/tickets/" + id->text(), answer)
                         : http::ok(answer);
}

Result<http::Reply> post_reply(http::Request const& request, Call& call)
{
    return act<Reply>(request, call, reply, 201);
}

Result<http::Reply> post_undo(http::Request const& request, Call& call)
{
    auto const id = request.id<TicketId>("ticket");
    if (!id)
        return id.error();
    auto const entry = request.id<EntryId>("reply", "entry");
    if (!entry)
        return entry.error();
    auto const undone = undo(call, *id, *entry);
    if (!undone)
        return undone.error();
    return http::ok(to_json(*undone));
}

Result<http::Reply> post_note(http::Request const& request, Call& call)
{
    return act<Note>(request, call, note, 201);
}

Result<http::Reply> put_incident(http::Request const& request, Call& call)
{
    return act<Link>(request, call, link, 200);
}

Result<http::Reply> get_mails(http::Request const& request, Call& call)
{
    auto const outcome = request.parameter_as<Outcome>("outcome");
    if (!outcome)
        return outcome.error();
    return http::list<MailId>(
        request, [&](auto after, int most) { return mails(call.tx, *outcome, after, most); });
}

}  // namespace

void add_routes(http::Table& table)
{
    table.get("/api/v1/tickets", Right::read_tickets, get_tickets)
        .says("Tickets: what waits for us by its due time, all else by its last change.")
        .asks({"state", "account", "incident", "q", "after", "limit"})
        .gives<http::Page<TicketRow>>();
    table.get("/api/v1/tickets/counts", Right::read_tickets, get_counts)
        .says("How many tickets there are in each state, and how many are overdue.")
        .gives<Counts>();
    table.get("/api/v1/tickets/{id}", Right::read_tickets, get_ticket)
        .says("One ticket with its conversation.")
        .gives<Ticket>();
    table.get("/api/v1/tickets/{id}/panel", Right::read_tickets, get_panel)
        .says("What an answer needs: who asks, why it is due when it is, what is down for him.")
        .gives<Panel>();
    table.post("/api/v1/tickets/{id}/replies", Right::answer_tickets, post_reply)
        .says("Answers the customer by mail, which leaves after the time to take it back.")
        .takes<Reply>()
        .gives<Ticket>(201);
    table.post("/api/v1/tickets/{id}/replies/{entry}/undo", Right::answer_tickets, post_undo)
        .says("Takes a reply back that has not left yet; its text comes back to be mended.")
        .gives<Undone>();
    table.post("/api/v1/tickets/{id}/notes", Right::answer_tickets, post_note)
        .says("Adds an internal note; it never leaves the house.")
        .takes<Note>()
        .gives<Ticket>(201);
    table.put("/api/v1/tickets/{id}/incident", Right::answer_tickets, put_incident)
        .says("Links the ticket to the incident that it is about, or to none.")
        .takes<Link>()
        .gives<Ticket>();
    table.get("/api/v1/mails", Right::read_tickets, get_mails)
        .says("Mails as they came in, by what became of them, newest first.")
        .asks({"outcome", "after", "limit"})
        .gives<http::Page<Mail>>();
}

}  // namespace tellfirst::tickets
