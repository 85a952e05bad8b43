#include "notify/channels/channels.hpp"

#include "notify/channels/desk.hpp"
#include "notify/push/push.hpp"
#include "notify/sms/sms.hpp"

namespace tellfirst::notify {

struct Channels::Inside {
    std::vector<std::unique_ptr<Desk>> desks;
};

Result<void> check(ChannelSettings const& settings)
{
    if (auto const gateway = read_gateway(settings.sms); !gateway)
        return gateway.error();
    return {};
}

Channels::Channels(House house, ChannelSettings const& settings)
    : inside_{std::make_unique<Inside>()}
{
    auto const gateway = read_gateway(settings.sms);
    if (!gateway)
        throw std::invalid_argument{gateway.error().detail};
    inside_->desks.push_back(std::make_unique<Desk>(house, std::make_unique<Sms>(house, *gateway)));
    inside_->desks.push_back(
        std::make_unique<Desk>(house, std::make_unique<Push>(house, settings.outgoing)));
}

Channels::~Channels() = default;

void Channels::start()
{
    for (auto const& desk : inside_->desks)
        desk->start();
}

void Channels::stop()
{
    for (auto const& desk : inside_->desks)
        desk->stop();
}

void Channels::wake()
{
    for (auto const& desk : inside_->desks)
        desk->wake();
}

bool Channels::rest(std::chrono::milliseconds at_most)
{
    return std::ranges::all_of(
        inside_->desks, [&](auto const& desk) { return desk->rest(at_most); });
}

}  // namespace tellfirst::notify
