#include "notify/lanes.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::array<int, 4> shares{8, 5, 2, 1};
constexpr std::array<std::size_t, 4> rooms{500, 2000, 500, 250};

}  // namespace

std::size_t Lanes::room_of(Lane lane)
{
    return rooms[static_cast<std::size_t>(lane)];
}

void Lanes::push(Composed composed)
{
    of(composed.attempt.lane).push_back(std::move(composed));
}

std::vector<Composed> Lanes::take(std::size_t want)
{
    std::vector<Composed> taken;
    while (taken.size() < want && size() > 0) {
        bool found = false;
        for (std::size_t lane = 0; lane < queues_.size() && taken.size() < want; ++lane) {
            while (left_in_round_[lane] > 0 && !queues_[lane].empty() && taken.size() < want) {
                taken.push_back(std::move(queues_[lane].front()));
                queues_[lane].pop_front();
                --left_in_round_[lane];
                found = true;
            }
        }
        if (!found)
            left_in_round_ = shares;  // the next round
    }
    return taken;
}

std::vector<Composed> Lanes::take_all()
{
    return take(size());
}

std::vector<Composed> Lanes::take_back(std::set<NoticeId> const& notices)
{
    std::vector<Composed> taken;
    for (auto& queue : queues_) {
        Queue kept;
        for (auto& composed : queue)
            if (notices.contains(composed.attempt.delivery.notice))
                taken.push_back(std::move(composed));
            else
                kept.push_back(std::move(composed));
        queue = std::move(kept);
    }
    return taken;
}

std::size_t Lanes::size() const
{
    std::size_t sum = 0;
    for (auto const& queue : queues_)
        sum += queue.size();
    return sum;
}

}  // namespace tellfirst::notify
