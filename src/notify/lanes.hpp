#pragma once
// Composed mails in memory between the database and the relay, by lane. Pure.
#include "notify/fate.hpp"

#include <deque>
#include <set>

namespace tellfirst::notify {

// A mail that only has to be handed over.
struct Composed {
    Attempt attempt;
    std::string from;  // envelope
    std::string to;
    std::string data;
};

class Lanes {
  public:
    // How many of a lane are composed ahead. Each lane has room of its own, so that a hundred
    // thousand waiting notices never keep one sign-in link from being claimed.
    [[nodiscard]] static std::size_t room_of(Lane lane);

    void push(Composed composed);

    // At most `want`. Every lane with mail gets its share of a round, most urgent first: of 16,
    // transactional 8, incident 5, planned 2, news 1; what a lane leaves, the others take.
    [[nodiscard]] std::vector<Composed> take(std::size_t want);
    [[nodiscard]] std::vector<Composed> take_all();
    // Those of these notices; the others keep their places.
    [[nodiscard]] std::vector<Composed> take_back(std::set<NoticeId> const& notices);

    [[nodiscard]] std::size_t size(Lane lane) const { return of(lane).size(); }
    [[nodiscard]] std::size_t size() const;

  private:
    using Queue = std::deque<Composed>;
    [[nodiscard]] Queue& of(Lane lane) { return queues_[static_cast<std::size_t>(lane)]; }
    [[nodiscard]] Queue const& of(Lane lane) const
    {
        return queues_[static_cast<std::size_t>(lane)];
    }

    std::array<Queue, 4> queues_;
    std::array<int, 4> left_in_round_ = {};
};

inline constexpr std::array<Lane, 4> all_lanes{
    Lane::transactional, Lane::incident, Lane::planned, Lane::news};

}  // namespace tellfirst::notify
