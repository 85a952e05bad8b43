#include "notify/outbox.hpp"

#include "notify/after_crash.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr auto finish_within = 2s;  // a whole stop of ours takes five at most

}  // namespace

Outbox::Inside::Inside(House the_house, Relay const& the_relay)
    : house{the_house},
      relay{the_relay},
      press{the_house, the_relay.keys},
      log{the_house.settings.data + "/sending.log"}
{
}

void Outbox::Inside::start()
{
    settle_after_crash(house, log, Channel::mail);
    stop_feeding = stop_settling = false;
    woken = may_be_finished = true;
    smtp::SenderOptions options;
    options.our_name = relay.our_name;
    options.connections = static_cast<std::size_t>(std::max(relay.connections, 1));
    options.per_second = relay.per_second;
    options.domain_per_second = relay.domain_per_second;
    sender = smtp::open_outlet(
        relay.address, options, [this](std::size_t want) { return pull(want); },
        [this](std::vector<smtp::Outcome> outcomes) { report(outcomes); });
    settler = std::thread{[this] { settle(); }};
    feeder = std::thread{[this] { feed(); }};
}

void Outbox::Inside::stop()
{
    if (!feeder.joinable())
        return;
    {
        std::lock_guard const held{lock};
        stop_feeding = true;
        for_feeder.notify_one();
    }
    feeder.join();
    sender->stop(finish_within);
    {
        std::lock_guard const held{lock};
        hand_back();
        stop_settling = true;
        for_settler.notify_one();
    }
    settler.join();
    sender.reset();
}

Outbox::Outbox(House house, Relay const& relay) : inside_{std::make_unique<Inside>(house, relay)} {}

Outbox::~Outbox()
{
    stop();
}

void Outbox::start()
{
    inside_->start();
}

void Outbox::stop()
{
    inside_->stop();
}

void Outbox::wake()
{
    std::lock_guard const held{inside_->lock};
    inside_->woken = true;
    inside_->for_feeder.notify_one();
}

bool Outbox::rest(std::chrono::milliseconds at_most)
{
    std::unique_lock held{inside_->lock};
    auto const asked = ++inside_->rest_asked;
    inside_->woken = true;
    inside_->for_feeder.notify_one();
    inside_->for_settler.notify_one();  // a group need not fill up while somebody waits
    return inside_->for_resters.wait_for(
        held, at_most, [&] { return inside_->rest_seen >= asked; });
}

}  // namespace tellfirst::notify
