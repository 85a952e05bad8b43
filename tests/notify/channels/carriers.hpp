#pragma once
// Every carrier with a peer of its own, one after the other.
#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "notify/channels/peer.hpp"
#include "notify/push/push.hpp"
#include "notify/push/pushes.hpp"
#include "wire/webpush/keys.hpp"

#include <doctest/doctest.h>

namespace tellfirst::notify::samples {

struct Stand {
    support::World world;
    Peer peer;
    ContactId contact;
    std::unique_ptr<Carrier> carrier;
    std::string somebody;                              // whom a test may go to
    std::function<void(std::uint16_t port)> leads_to;  // another peer on this machine

    [[nodiscard]] Carried send(std::stop_token stop = {})
    {
        Message message{
            .attempt =
                {.delivery = {.notice = NoticeId{5001}, .recipient = contact.value()},
                 .useful_until = world.now() + 1h},
            .address = "+49151123456",
            .words = outage(1),
            .said_at = world.now(),
            .reader = {},
            .brand = {},
            .link = "https://help.example.test/incidents/aaaak3vq7x2m"};
        message.brand.name = "Tellfirst";
        return carrier->send(message, std::move(stop));
    }
};

inline void stand_for_sms(Stand& stand)
{
    auto const open = [&stand](std::string url) {
        stand.carrier = std::make_unique<Sms>(stand.world.house(), gateway_at(std::move(url)));
    };
    open(stand.peer.url());
    stand.somebody = "+49151123456";
    stand.leads_to = [open](std::uint16_t port) {
        open(fmt::format("http://127.0.0.1:{}/send", port));
    };
}

inline NewPush browser_at(std::string endpoint)
{
    auto const keys = webpush::new_key_pair();
    return {
        .endpoint = std::move(endpoint),
        .keys = {.p256dh = to_base64url(keys.open), .auth = to_base64url(std::string(16, 'a'))}};
}

inline void stand_for_push(Stand& stand)
{
    stand.world.write([&](Call& call) {
        return add_push(call, stand.contact, browser_at(stand.peer.url("browser")));
    });
    auto const open = [&stand](std::uint16_t port) {
        stand.carrier = std::make_unique<Push>(
            stand.world.house(), http::Outgoing{.allow = {{"127.0.0.1", port}}});
    };
    open(stand.peer.allowed().allow.front().port);
    stand.somebody = stand.contact.text();
    stand.leads_to = [&stand, open](std::uint16_t port) {
        stand.world.write([&](Call& call) {
            remove_pushes(call, stand.contact);
            return add_push(
                call, stand.contact, browser_at(fmt::format("http://127.0.0.1:{}/browser", port)));
        });
        open(port);
    };
}

inline void for_each_carrier(std::function<void(Stand&)> const& test)
{
    using Setup = std::pair<std::string_view, void (*)(Stand&)>;
    for (auto const& [name, set_up] :
         {Setup{"sms", stand_for_sms}, Setup{"push", stand_for_push}}) {
        CAPTURE(name);
        Stand stand;
        stand.contact = add(stand.world, {.name = "ada"});
        set_up(stand);
        test(stand);
    }
}

}  // namespace tellfirst::notify::samples
