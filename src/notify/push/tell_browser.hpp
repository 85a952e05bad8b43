#pragma once
#include "db/house.hpp"
#include "notify/channels/carrier.hpp"
#include "notify/push/payload.hpp"
#include "notify/push/push_store.hpp"
#include "wire/http/client.hpp"

namespace tellfirst::notify {

struct BrowserPost {
    Browser browser;
    PushPayload payload;
    Lane lane = Lane::incident;
    Instant useful_until;
    std::stop_token stop = {};
};

struct BrowserHeard {
    Carried carried;
    bool is_gone = false;  // for good: nothing will be taken for it any more
};

// Seals it for this one browser and gives it to its push service. Waits six seconds at most,
// outside any transaction.
[[nodiscard]] BrowserHeard
tell_browser(House const& house, http::Outgoing const& outgoing, BrowserPost const& post);

}  // namespace tellfirst::notify
