#include "notify/webhooks/check.hpp"

namespace tellfirst::notify {
namespace {

using accounts::Topic;

// More than any house has services that are announced on their own.
constexpr std::size_t most_services = 500;

bool is_announced(Topic topic)
{
    return topic == Topic::planned || topic == Topic::unplanned || topic == Topic::recovery;
}

}  // namespace

Result<void> check(NewWebhook const& wish, http::Outgoing const& outgoing)
{
    if (wish.topics.empty())
        return invalid("webhook.needs_topics", "topics", "Name at least one topic.");
    if (!std::ranges::all_of(wish.topics, is_announced))
        return invalid(
            "webhook.wrong_topic", "topics",
            "Webhooks hear of planned, unplanned and recovery; news and tickets go by mail.");
    if (wish.services && wish.services->size() > most_services)
        return invalid(
            "webhook.too_many_services", "services",
            "Name at most 500 services, or leave them out to hear of all.");
    if (auto const target = http::check_url(wish.url, outgoing); !target)
        return target.error();
    return {};
}

}  // namespace tellfirst::notify
