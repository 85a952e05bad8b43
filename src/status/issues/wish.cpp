#include "status/issues/wish.hpp"

#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/when.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"

namespace tellfirst::status {
namespace {

// "eta.within" of an incident is "fix.within" here.
Problem about_fix(Problem problem)
{
    constexpr std::string_view eta = "eta";
    if (problem.field.starts_with(eta))
        problem.field.replace(0, eta.size(), "fix");
    return problem;
}

bool is_same_moment(Eta const& wish, notify::When const& said)
{
    return !wish.within && said.eta_at &&
           (wish.at == said.eta_at || (wish.to == said.eta_at && wish.from == said.eta_from));
}

}  // namespace

Result<void> check(db::Tx& tx, NewIssue const& wish)
{
    auto const title = trim(wish.title);
    if (title.empty() || title.size() > longest_title)
        return invalid("issue.needs_title", "title", "An issue needs a title of 1 to 200 bytes.");
    if (trim(wish.text).empty())
        return invalid("issue.needs_text", "text", "Say what does not work, in a sentence or two.");
    if (wish.text.size() > longest_text)
        return invalid("issue.too_long", "text", "A public word has at most 10,000 bytes.");
    if (wish.services.empty() || wish.services.size() > most_services)
        return invalid("issue.needs_services", "services", "Name 1 to 200 services.");
    if (auto const good = check_workaround(wish.workaround); !good)
        return good;
    return check_named_services(tx, wish.services);
}

Result<notify::When> fix_of(std::optional<Eta> const& wish, notify::When const& said, Instant now)
{
    if (!wish)
        return notify::When{};
    if (is_same_moment(*wish, said))
        return said;
    auto const when = when_of(wish, std::nullopt, now);
    if (!when)
        return about_fix(when.error());
    return *when;
}

void take(Issue& issue, NewIssue const& wish, notify::When const& fix)
{
    issue.title = trim(wish.title);
    issue.services = wish.services;
    std::ranges::sort(issue.services);  // as they are read later
    issue.text = trim(wish.text);
    issue.workaround = wish.workaround ? kept(*wish.workaround) : std::nullopt;
    issue.fix = fix;
    issue.is_public = wish.is_public;
}

void promise_fix(Call& call, Issue const& issue)
{
    using promises::Source;
    auto const about = issue.id.text();
    auto const wanted = issue.is_public ? issue.fix.eta_at : std::nullopt;
    for (auto const& old : promises::about(call.tx, about)) {
        if (old.source != Source::eta || old.settled_at)
            continue;
        if (wanted && old.due_at == wanted)
            return;
        // Moved only while it still is in time: a date that was missed stays missed.
        bool const in_time = old.state == promises::State::open && old.due_at > call.now;
        if (in_time && wanted && *wanted > call.now) {
            (void)promises::move(call, old.id, *wanted, "a new date").value();
            return;
        }
        (void)promises::withdraw(
            call, old.id, wanted ? "the date did not hold" : "no date is promised any more")
            .value();
    }
    if (wanted && *wanted > call.now)
        (void)promises::make(
            call, {.text = "Mended: " + issue.title,
                   .to = "public",
                   .due_at = wanted,
                   .source = Source::eta,
                   .about = about})
            .value();
}

}  // namespace tellfirst::status
