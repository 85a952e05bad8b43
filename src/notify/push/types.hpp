#pragma once
// What a browser tells us so that we can tell it something later.
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

namespace tellfirst::notify {

// As PushSubscription.toJSON() has them: base64url.
struct PushKeys {
    std::string p256dh;
    std::string auth;
};
BOOST_DESCRIBE_STRUCT(PushKeys, (), (p256dh, auth))

struct NewPush {
    std::string endpoint;
    PushKeys keys;
};
BOOST_DESCRIBE_STRUCT(NewPush, (), (endpoint, keys))

struct PushAddress {
    std::string endpoint;
};
BOOST_DESCRIBE_STRUCT(PushAddress, (), (endpoint))

}  // namespace tellfirst::notify
