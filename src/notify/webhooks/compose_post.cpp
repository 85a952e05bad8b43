#include "notify/webhooks/compose_post.hpp"

#include "accounts/accounts.hpp"
#include "notify/channels/prepare.hpp"
#include "notify/holds/hold.hpp"
#include "notify/webhooks/secret.hpp"

namespace tellfirst::notify {
namespace {

Announcement words_for(db::Tx& tx, Webhook const& webhook, WebhookPost const& post)
{
    auto const notice = store::find_notice(tx, post.notice);
    if (!notice)
        throw std::logic_error{"a delivery without its notice"};
    auto const words = as_released(
        notice->body_as<Announcement>(),
        store::find_hold(tx, {.brand = post.brand, .notice = post.notice}));
    return as_account_knows(tx, words, webhook.account);
}

}  // namespace

ComposedPost compose_post(Call& call, Endpoint const& endpoint, WebhookPost const& post, Mark mark)
{
    auto const account = accounts::find_account(call.tx, endpoint.account);
    auto const brand = accounts::resolved_brand(call, account ? account->brand : BrandId{});
    auto const reader = reader_of(account, brand);
    return {
        .what =
            {.url = endpoint.url,
             .dialect = endpoint.dialect,
             .id = post.id.text(),
             .body = payload(
                 {.dialect = endpoint.dialect,
                  .brand = brand,
                  .said_at = post.made_at,
                  .reader = reader,
                  .mark = mark},
                 words_for(call.tx, endpoint, post)),
             .secrets = signing_secrets(call.settings, endpoint, call.now),
             .at = call.now},
        .reader = reader};
}

}  // namespace tellfirst::notify
