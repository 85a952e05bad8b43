#pragma once
#include "notify/sending_store.hpp"
#include "notify/webhooks/delivery_store.hpp"

namespace tellfirst::notify::store {

// Who will be told by this channel: the first of each brand and language. They are not claimed.
[[nodiscard]] std::vector<Claimed> samples(db::Tx& tx, NoticeId notice, Channel channel);
// Contacts of accounts whose inbox shows it, likewise; also those who wanted it on no channel.
[[nodiscard]] std::vector<Claimed> inbox_samples(db::Tx& tx, NoticeId notice);

// A post that waits for a webhook. `language` is that of whoever reads along in a chat; what a
// program reads has none.
struct SamplePost {
    WebhookDeliveryId post;
    WebhookId webhook;
    BrandId brand;
    Dialect dialect = Dialect::standard;
    std::string language;
    std::string host;
    std::string account_name;
    State state = State::queued;  // or held
};
BOOST_DESCRIBE_STRUCT(
    SamplePost, (), (post, webhook, brand, dialect, language, host, account_name, state))

// The first so many of each brand, dialect and language, in this order.
[[nodiscard]] std::vector<SamplePost>
sample_posts(db::Tx& tx, NoticeId notice, std::int64_t most_each);
// Nothing where it would not be told of this, or not before somebody releases it.
[[nodiscard]] std::optional<WebhookPost> post_to(db::Tx& tx, NoticeId notice, WebhookId webhook);

}  // namespace tellfirst::notify::store
