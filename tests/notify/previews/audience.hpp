#pragma once
// Readers on every channel, and what they are shown.
#include "notify/channels/carriers.hpp"
#include "notify/channels/prepare.hpp"
#include "notify/webhooks/receiver.hpp"

namespace tellfirst::notify::samples {

// He hears by SMS and in one browser, besides mail.
inline ContactId add_by_all(support::World& world, Customer const& customer)
{
    auto const contact = add(world, customer);
    world
        .write([&](Call& call) {
            return add_push(
                call, contact, browser_at("https://push.example.test/" + customer.name));
        })
        .value();
    choose(
        world, contact,
        {.choices =
             {{Channel::sms, {Topic::unplanned, Topic::planned}},
              {Channel::push, {Topic::unplanned, Topic::planned}}},
         .language = customer.language,
         .zone = customer.zone,
         .phone = "+49151123456"});
    return contact;
}

inline std::vector<Preview> previews(support::World& world, About const& about = incident)
{
    auto const house = world.house();
    return world.write([&](Call& call) { return previews_of(house, call, about); });
}

inline std::vector<Preview> by(Medium channel, std::vector<Preview> all)
{
    std::erase_if(all, [&](Preview const& one) { return one.channel != channel; });
    return all;
}

// What is claimed of a channel at this moment, as its desk prepares it.
inline std::vector<Message> claim_messages(support::World& world, Channel channel)
{
    auto const claimed = world.write([&](Call& call) {
        return store::claim(call.tx, {Lane::incident, channel}, call.now, 100);
    });
    return prepare(world.house(), claimed).messages;
}

}  // namespace tellfirst::notify::samples
