#include "accounts/accounts.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "tickets/conversation.hpp"
#include "tickets/texts.hpp"

namespace tellfirst::tickets {
namespace {

// Answered in one transaction; the next slice is a job of its own, so that an incident with
// thousands of tickets never holds the writer for long.
constexpr int tickets_a_slice = 100;

constexpr std::string_view answer_more_job = "tickets.answer_resolved_more";
constexpr std::string_view follow_more_job = "tickets.follow_merge_more";

struct Slice {
    IncidentId incident;
    std::optional<TicketId> after;
};
BOOST_DESCRIBE_STRUCT(Slice, (), (incident, after))

std::string answer_text(status::Incident const& incident, words::Language language)
{
    auto const& texts = texts_in(language);
    return fmt::format(
        "{}\n\n{}\n\n{}\n",
        fmt::format(fmt::runtime(texts.resolved), fmt::arg("title", incident.title)),
        incident.updates.empty() ? "" : incident.updates.front().text, texts.still_not);
}

// Not solved by us: whether it works for him is for the customer to say.
void answer(Call& call, Ticket& ticket, status::Incident const& incident)
{
    auto const contact = accounts::find_contact(call.tx, ticket.contact);
    say(call, ticket,
        {.author = "system",
         .text = answer_text(incident, words::language_of(contact ? contact->language : "en")),
         .automatic = true});
    auto const about = ticket.id.text();
    promises::keep_all(call, promises::Source::first_reply, about);
    promises::keep_all(call, promises::Source::next_reply, about);
    ticket.reply_due_at.reset();
    ticket.state = State::waiting_for_customer;
    ticket.changed_at = call.now;
    store::save_ticket(call.tx, ticket);
}

Result<void> answer_slice(Call& call, Slice const& slice)
{
    auto const incident = status::find_incident(call.tx, slice.incident, call.now);
    if (!incident)
        return not_found("incident");
    auto tickets = store::linked_to(call.tx, slice.incident, slice.after, tickets_a_slice);
    for (auto& ticket : tickets)
        answer(call, ticket, *incident);
    if (std::ssize(tickets) == tickets_a_slice)
        jobs::later(
            call, {.kind = answer_more_job,
                   .body = to_json(Slice{.incident = slice.incident, .after = tickets.back().id}),
                   .due_at = call.now});
    return {};
}

Result<void> follow_slice(Call& call, status::IncidentMerged const& merge)
{
    auto const into = status::find_incident(call.tx, merge.into, call.now);
    if (!into)
        return not_found("incident");
    auto tickets = store::linked_to(call.tx, merge.incident, std::nullopt, tickets_a_slice);
    for (auto& ticket : tickets) {
        ticket.incident = into->merged_into.value_or(into->id);
        call.tell(TicketLinked{.ticket = ticket.id, .incident = ticket.incident});
        if (into->resolved_at && !into->merged_into)
            answer(call, ticket, *into);  // it ended before we came to hear of the merge
        else
            store::save_ticket(call.tx, ticket);
    }
    if (std::ssize(tickets) == tickets_a_slice)
        jobs::later(call, {.kind = follow_more_job, .body = to_json(merge), .due_at = call.now});
    return {};
}

}  // namespace

Result<void> follow_merge(Call& call, db::Fact const& fact)
{
    auto const body = parse_json(fact.body);
    auto const merged = body ? from_json<status::IncidentMerged>(*body)
                             : Result<status::IncidentMerged>{body.error()};
    return merged ? follow_slice(call, *merged) : Result<void>{merged.error()};
}

Result<void> answer_resolved(Call& call, db::Fact const& fact)
{
    auto const body = parse_json(fact.body);
    auto const resolved = body ? from_json<status::IncidentResolved>(*body)
                               : Result<status::IncidentResolved>{body.error()};
    if (!resolved)
        return resolved.error();
    return answer_slice(call, {.incident = resolved->incident, .after = {}});
}

void add_jobs(jobs::Board& board)
{
    board.on_work(std::string{read_mail_job}, read_mail);
    board.hear("status", "IncidentResolved", "tickets.answer_resolved", answer_resolved);
    board.hear("status", "IncidentMerged", "tickets.follow_merge", follow_merge);
    board.on(std::string{follow_more_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        auto const merge = job.body_as<status::IncidentMerged>();
        return merge ? follow_slice(call, *merge) : Result<void>{merge.error()};
    });
    board.on(std::string{answer_more_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        auto const slice = job.body_as<Slice>();
        return slice ? answer_slice(call, *slice) : Result<void>{slice.error()};
    });
}

}  // namespace tellfirst::tickets
