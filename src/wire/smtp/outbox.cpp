#include "wire/smtp/outbox.hpp"

#include <iterator>

namespace tellfirst::smtp {
namespace {

// Each report costs the caller a commit; each moment that it waits, a crash makes more unknown.
constexpr std::size_t report_at = 256;
constexpr std::chrono::milliseconds report_after{10};

}  // namespace

std::size_t Outbox::fill(std::size_t want)
{
    if (waiting_.empty() && !dry_ && !closed_) {
        auto messages = pull_(want);
        dry_ = messages.empty();
        std::ranges::move(messages, std::back_inserter(waiting_));
    }
    return waiting_.size();
}

std::optional<Outgoing> Outbox::next()
{
    if (fill(ahead_) == 0)
        return std::nullopt;
    std::optional message{std::move(waiting_.front())};
    waiting_.pop_front();
    return message;
}

void Outbox::put_back(std::vector<Outgoing> messages)
{
    waiting_.insert(
        waiting_.begin(), std::move_iterator{messages.begin()}, std::move_iterator{messages.end()});
}

void Outbox::defer(std::vector<Outgoing> const& messages, ClientMachine::Trouble const& why)
{
    std::vector<Outcome> outcomes;
    for (auto const& message : messages)
        outcomes.push_back(
            {.token = message.token,
             .kind = Outcome::Kind::deferred,
             .code = why.code,
             .text = why.text});
    add(std::move(outcomes));
}

void Outbox::defer_all(ClientMachine::Trouble const& why)
{
    defer({std::move_iterator{waiting_.begin()}, std::move_iterator{waiting_.end()}}, why);
    waiting_.clear();
}

void Outbox::add(std::vector<Outcome> outcomes)
{
    if (outcomes.empty())
        return;
    if (outcomes_.empty()) {
        report_timer_.expires_after(report_after);
        report_timer_.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled)
                report();
        });
    }
    std::ranges::move(outcomes, std::back_inserter(outcomes_));
    if (outcomes_.size() >= report_at)
        report();
}

void Outbox::report()
{
    report_timer_.cancel();
    if (!outcomes_.empty())
        report_(std::exchange(outcomes_, {}));
}

}  // namespace tellfirst::smtp
