#pragma once
// Which mail may leave by which connection, so that a domain that is slow, stuck or asks for less
// never slows another one. Pure: now is an argument.
//
// Domains with one owner are one group. A group has a pace, which answers that ask for less slow
// down, and a cap: where several groups have mail, no group may hold the last connection. A group
// that fills its cap and gets no answer is stuck; its mail waits elsewhere for a while, so that
// others need not wait behind it.
#include "wire/smtp/message.hpp"
#include "wire/smtp/pace.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tellfirst::smtp {

// The owner of the domain of this address where many domains have one ("gmail.com" for
// googlemail.com, too), else the domain, in lower case.
[[nodiscard]] std::string group_of(std::string_view address);

// 421, 450, 451 or 4.7.x: the receiver wants less of us for now.
[[nodiscard]] bool asks_for_less(Outcome const& outcome);

class Traffic {
  public:
    using TimePoint = Pace::TimePoint;
    using Connection = std::uint64_t;  // a number that the caller gives it

    struct Limits {
        std::size_t connections = 4;
        double domain_per_second = 0;  // of one group; 0: no limit
    };

    // A group without an answer on any of its connections for so long is stuck, if it has as many
    // as it may have: for eight times what the relay takes lately, between these two. Its mail
    // comes again after five times its silence, between the other two.
    static constexpr std::chrono::milliseconds soonest_stuck{100};
    static constexpr std::chrono::milliseconds latest_stuck{2000};
    static constexpr std::chrono::milliseconds shortest_pause{1000};
    static constexpr std::chrono::milliseconds longest_pause{10'000};

    explicit Traffic(Limits limits) : limits_{limits} {}

    // May this one wait for a connection? If not, when it should be brought again.
    [[nodiscard]] std::optional<TimePoint> turn_away(Outgoing const& message, TimePoint now);
    // One that waits already: if its group is stuck by now, when should it be brought again?
    [[nodiscard]] std::optional<TimePoint>
    stuck_until(Outgoing const& message, TimePoint now) const;
    // Of those without an answer; others may be opened in their place.
    [[nodiscard]] std::size_t stuck_connections(TimePoint now) const;

    [[nodiscard]] bool may_leave_by(Outgoing const& message, Connection by, TimePoint now) const;
    [[nodiscard]] bool may_leave_by_new(Outgoing const& message, TimePoint now) const
    {
        return may_leave_by(message, 0, now);
    }

    void left(Outgoing const& message, Connection by, TimePoint now);
    void settled(Outcome const& outcome, TimePoint now);
    void came_back(std::uint64_t token);
    // The connection was closed because of this one, with a 421.
    void blame(std::uint64_t token, TimePoint now);

  private:
    struct Held {
        Connection connection = 0;
        std::size_t messages = 0;  // on their way
    };
    struct Group {
        Pace pace;
        std::vector<Held> held;
        TimePoint heard_at;  // the last answer, or the first message since
    };
    struct OnItsWay {
        Group* group = nullptr;  // those of an unordered_map stay where they are
        Connection by = 0;
        TimePoint left_at;
    };

    [[nodiscard]] Group& group(std::string name);
    [[nodiscard]] Group const* find(Outgoing const& message) const;
    [[nodiscard]] std::size_t cap(TimePoint now) const;
    [[nodiscard]] bool is_stuck(Group const& group, TimePoint now) const;
    [[nodiscard]] static TimePoint again_at(Group const& group, TimePoint now);
    void learn(TimePoint::duration answered_after);
    void forget_idle_groups();
    std::optional<OnItsWay> take(std::uint64_t token);

    Limits limits_;
    std::unordered_map<std::string, Group> groups_;
    std::unordered_map<std::uint64_t, OnItsWay> on_their_way_;  // by token
    TimePoint::duration stuck_after_{latest_stuck};
    std::optional<TimePoint::duration> usual_answer_;  // of all groups, lately
    Group const* last_seen_ = nullptr;
    std::optional<TimePoint> several_seen_at_;
};

}  // namespace tellfirst::smtp
