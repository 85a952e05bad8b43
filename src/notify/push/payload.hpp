#pragma once
// What the portal's service worker is told (templates/service_worker.js). Pure.
#include "notify/channels/carrier.hpp"

namespace tellfirst::notify {

struct PushPayload {
    std::string title;
    std::string body;
    std::string url;
    std::string tag;  // a later word with the same tag takes the place of the earlier one
};
BOOST_DESCRIBE_STRUCT(PushPayload, (), (title, body, url, tag))

[[nodiscard]] PushPayload push_payload(Message const& message);

}  // namespace tellfirst::notify
