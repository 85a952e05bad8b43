#include "wire/smtp/outbox.hpp"

#include <iterator>

namespace tellfirst::smtp {
namespace {

Outcome held(Outgoing const& message, Pace::Clock::duration wait)
{
    return {
        .token = message.token,
        .kind = Outcome::Kind::held,
        .text = "its domain takes no more for now",
        .again_in = std::chrono::ceil<std::chrono::milliseconds>(wait)};
}

}  // namespace

Outbox::Outbox(SenderOptions const& options, Sender::Pull pull, Sender::Report report)
    : ahead_{options.pulled_ahead},
      pull_{std::move(pull)},
      report_{std::move(report)},
      traffic_{
          {.connections = options.connections, .domain_per_second = options.domain_per_second}},
      pace_{options.per_second}
{
}

void Outbox::pull(std::size_t want)
{
    // Again where all that came has been turned away: mail of other domains may stand behind it.
    while (waiting_.empty() && !dry_ && !closed_) {
        auto messages = pull_(want);
        dry_ = messages.empty();
        auto const now = Pace::Clock::now();
        std::vector<Outcome> turned_away;
        for (auto& message : messages) {
            if (auto const again_at = traffic_.turn_away(message, now))
                turned_away.push_back(held(message, *again_at - now));
            else
                waiting_.push_back(std::move(message));
        }
        report(std::move(turned_away));
    }
}

std::size_t Outbox::fill(std::size_t want)
{
    pull(want);
    auto const now = Pace::Clock::now();
    return static_cast<std::size_t>(std::ranges::count_if(waiting_, [&](Outgoing const& message) {
        return traffic_.may_leave_by_new(message, now);
    }));
}

std::optional<Outgoing> Outbox::next(Traffic::Connection by)
{
    pull(ahead_);
    auto const now = Pace::Clock::now();
    auto const found = std::ranges::find_if(
        waiting_, [&](Outgoing const& message) { return traffic_.may_leave_by(message, by, now); });
    if (found == waiting_.end() || !pace_.take(now))
        return std::nullopt;
    std::optional message{std::move(*found)};
    waiting_.erase(found);
    traffic_.left(*message, by, now);
    return message;
}

void Outbox::put_back(std::vector<Outgoing> messages)
{
    for (auto const& message : messages)
        traffic_.came_back(message.token);
    waiting_.insert(
        waiting_.begin(), std::move_iterator{messages.begin()}, std::move_iterator{messages.end()});
}

void Outbox::defer(std::vector<Outgoing> const& messages, ClientMachine::Trouble const& why)
{
    std::vector<Outcome> outcomes;
    for (auto const& message : messages) {
        traffic_.came_back(message.token);  // what the relay says is not about its domain
        outcomes.push_back(
            {.token = message.token,
             .kind = Outcome::Kind::deferred,
             .code = why.code,
             .text = why.text});
    }
    report(std::move(outcomes));
}

void Outbox::defer_all(ClientMachine::Trouble const& why)
{
    defer({std::move_iterator{waiting_.begin()}, std::move_iterator{waiting_.end()}}, why);
    waiting_.clear();
}

bool Outbox::hold_stuck()
{
    auto const now = Pace::Clock::now();
    std::vector<Outcome> stuck;
    std::erase_if(waiting_, [&](Outgoing const& message) {
        auto const until = traffic_.stuck_until(message, now);
        if (until)
            stuck.push_back(held(message, *until - now));
        return until.has_value();
    });
    bool const any = !stuck.empty();
    report(std::move(stuck));
    return any;
}

std::size_t Outbox::stuck_connections() const
{
    return traffic_.stuck_connections(Pace::Clock::now());
}

void Outbox::blame(std::uint64_t token)
{
    traffic_.blame(token, Pace::Clock::now());
}

void Outbox::report(std::vector<Outcome> outcomes)
{
    if (outcomes.empty())
        return;
    auto const now = Pace::Clock::now();
    for (auto const& outcome : outcomes)
        traffic_.settled(outcome, now);
    report_(std::move(outcomes));
}

}  // namespace tellfirst::smtp
