#pragma once
// What is posted of a delivery, as its webhook's account may know it.
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/endpoint_store.hpp"
#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/post.hpp"

namespace tellfirst::notify {

struct ComposedPost {
    Post what;
    Reader reader;  // for whom a chat's words are
};
[[nodiscard]] ComposedPost
compose_post(Call& call, Endpoint const& endpoint, WebhookPost const& post, Mark mark = Mark::none);

}  // namespace tellfirst::notify
