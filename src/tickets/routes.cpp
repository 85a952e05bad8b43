#include "tickets/tickets.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::tickets {
namespace {

Result<http::Reply> get_tickets(http::Request const& request, Call& call)
{
    auto const state = request.parameter_as<State>("state");
    if (!state)
        return state.error();
    return http::list<TicketId>(
        request, [&](auto after, int most) { return list(call.tx, *state, after, most); });
}

Result<http::Reply> get_ticket(http::Request const& request, Call& call)
{
    auto const id = request.id<TicketId>("ticket");
    if (!id)
        return id.error();
    auto const ticket = find(call.tx, *id);
    if (!ticket)
        return not_found("ticket");
    return http::ok(to_json(*ticket));
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
    auto const before = find(call.tx, *id);
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
        .says("Tickets, newest first, without their entries.")
        .asks({"state", "after", "limit"})
        .gives<http::Page<Ticket>>();
    table.get("/api/v1/tickets/{id}", Right::read_tickets, get_ticket)
        .says("One ticket with its conversation.")
        .gives<Ticket>();
    table.post("/api/v1/tickets/{id}/replies", Right::answer_tickets, post_reply)
        .says("Answers the customer by mail.")
        .takes<Reply>()
        .gives<Ticket>(201);
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
