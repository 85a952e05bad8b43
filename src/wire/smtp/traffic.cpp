#include "wire/smtp/traffic.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <array>

namespace tellfirst::smtp {
namespace {

using namespace std::chrono_literals;

// Groups without mail on its way and at their usual pace are forgotten when there are so many: a
// fan-out to all the world must not fill the memory.
constexpr std::size_t most_groups = 10'000;
// So long a second group's mail keeps a connection free of the first one's.
constexpr auto remembers_others_for = 1min;
constexpr int stuck_at_times = 8;   // the usual answer: a relay that wavers is not stuck
constexpr int pause_at_times = 5;   // the silence
constexpr int answers_lately = 16;  // that the usual one is an average of

struct Shared {
    std::string_view domain;
    std::string_view owner;
};

// Large receivers with many names for the same servers.
constexpr std::array shared_domains{
    Shared{"googlemail.com", "gmail.com"},
    Shared{"hotmail.com", "outlook.com"},
    Shared{"hotmail.de", "outlook.com"},
    Shared{"hotmail.fr", "outlook.com"},
    Shared{"hotmail.co.uk", "outlook.com"},
    Shared{"live.com", "outlook.com"},
    Shared{"msn.com", "outlook.com"},
    Shared{"outlook.de", "outlook.com"},
    Shared{"ymail.com", "yahoo.com"},
    Shared{"yahoo.de", "yahoo.com"},
    Shared{"yahoo.fr", "yahoo.com"},
    Shared{"yahoo.co.uk", "yahoo.com"},
    Shared{"aol.com", "yahoo.com"},
    Shared{"me.com", "icloud.com"},
    Shared{"mac.com", "icloud.com"},
    Shared{"gmx.de", "gmx.net"},
    Shared{"gmx.at", "gmx.net"},
    Shared{"gmx.ch", "gmx.net"},
    Shared{"web.de", "gmx.net"},
};

}  // namespace

std::string group_of(std::string_view address)
{
    auto const at = address.rfind('@');
    auto domain = ascii_lower(at == address.npos ? address : address.substr(at + 1));
    auto const found = std::ranges::find(shared_domains, domain, &Shared::domain);
    return found == shared_domains.end() ? domain : std::string{found->owner};
}

bool asks_for_less(Outcome const& outcome)
{
    return outcome.kind == Outcome::Kind::deferred &&
           (outcome.code == 421 || outcome.code == 450 || outcome.code == 451 ||
            outcome.enhanced.starts_with("4.7."));
}

Traffic::Group& Traffic::group(std::string name)
{
    if (groups_.size() >= most_groups && !groups_.contains(name))
        forget_idle_groups();
    return groups_.try_emplace(std::move(name), Group{Pace{limits_.domain_per_second}, {}, {}})
        .first->second;
}

void Traffic::forget_idle_groups()
{
    std::erase_if(groups_, [](auto const& entry) {
        return entry.second.held.empty() && !entry.second.pace.is_slowed();
    });
    last_seen_ = nullptr;
}

Traffic::Group const* Traffic::find(Outgoing const& message) const
{
    auto const found = groups_.find(group_of(message.to));
    return found == groups_.end() ? nullptr : &found->second;
}

std::size_t Traffic::cap(TimePoint now) const
{
    bool const several = several_seen_at_ && now - *several_seen_at_ < remembers_others_for;
    return several && limits_.connections > 1 ? limits_.connections - 1 : limits_.connections;
}

bool Traffic::is_stuck(Group const& group, TimePoint now) const
{
    auto const most = cap(now);
    // Where nobody else would gain by it, its mail may as well wait here.
    return most < limits_.connections && group.held.size() >= most &&
           now - group.heard_at >= stuck_after_;
}

Traffic::TimePoint Traffic::again_at(Group const& group, TimePoint now)
{
    auto const pause = pause_at_times * (now - group.heard_at);
    return now + std::clamp<TimePoint::duration>(pause, shortest_pause, longest_pause);
}

std::optional<Traffic::TimePoint> Traffic::stuck_until(Outgoing const& message, TimePoint now) const
{
    auto const* const group = find(message);
    if (group == nullptr || !is_stuck(*group, now))
        return std::nullopt;
    return again_at(*group, now);
}

void Traffic::learn(TimePoint::duration answered_after)
{
    usual_answer_ = usual_answer_
                        ? *usual_answer_ + (answered_after - *usual_answer_) / answers_lately
                        : answered_after;
    stuck_after_ = std::clamp<TimePoint::duration>(
        stuck_at_times * *usual_answer_, soonest_stuck, latest_stuck);
}

std::size_t Traffic::stuck_connections(TimePoint now) const
{
    std::size_t count = 0;
    for (auto const& [name, group] : groups_)
        if (is_stuck(group, now))
            count += group.held.size();
    return std::min(count, limits_.connections);
}

std::optional<Traffic::TimePoint> Traffic::turn_away(Outgoing const& message, TimePoint now)
{
    auto& its = group(group_of(message.to));
    if (last_seen_ != nullptr && last_seen_ != &its)
        several_seen_at_ = now;
    last_seen_ = &its;
    if (is_stuck(its, now))
        return again_at(its, now);
    if (!its.pace.take(now))
        return its.pace.next_turn(now);
    return std::nullopt;
}

bool Traffic::may_leave_by(Outgoing const& message, Connection by, TimePoint now) const
{
    auto const* const its = find(message);
    return its == nullptr || its->held.size() < cap(now) ||
           std::ranges::find(its->held, by, &Held::connection) != its->held.end();
}

void Traffic::left(Outgoing const& message, Connection by, TimePoint now)
{
    auto& its = group(group_of(message.to));
    if (its.held.empty())
        its.heard_at = now;
    auto found = std::ranges::find(its.held, by, &Held::connection);
    if (found == its.held.end())
        found = its.held.insert(found, {.connection = by});
    ++found->messages;
    on_their_way_[message.token] = {.group = &its, .by = by, .left_at = now};
}

std::optional<Traffic::OnItsWay> Traffic::take(std::uint64_t token)
{
    auto const found = on_their_way_.find(token);
    if (found == on_their_way_.end())
        return std::nullopt;
    auto const taken = found->second;
    on_their_way_.erase(found);
    auto& held = taken.group->held;
    auto const its = std::ranges::find(held, taken.by, &Held::connection);
    if (--its->messages == 0)
        held.erase(its);
    return taken;
}

void Traffic::settled(Outcome const& outcome, TimePoint now)
{
    auto const message = take(outcome.token);
    if (!message)
        return;
    message->group->heard_at = now;
    if (asks_for_less(outcome)) {
        message->group->pace.slow_down(message->left_at, now);
    } else if (outcome.kind == Outcome::Kind::accepted) {
        message->group->pace.went_well(message->left_at, now);
        learn(now - message->left_at);
    }
}

void Traffic::came_back(std::uint64_t token)
{
    take(token);
}

void Traffic::blame(std::uint64_t token, TimePoint now)
{
    auto const found = on_their_way_.find(token);
    if (found != on_their_way_.end())
        found->second.group->pace.slow_down(found->second.left_at, now);
}

}  // namespace tellfirst::smtp
