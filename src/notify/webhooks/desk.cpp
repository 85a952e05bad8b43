#include "notify/webhooks/desk.hpp"

#include "accounts/accounts.hpp"
#include "notify/webhooks/check.hpp"
#include "notify/webhooks/payload.hpp"
#include "notify/webhooks/ping.hpp"
#include "notify/webhooks/secret.hpp"

namespace tellfirst::notify {

Result<void> well_wished(WebhookDesk const& desk, NewWebhook const& wish)
{
    auto outgoing = desk.outgoing;
    desk.house.read(desk.actor, [&](Call& call) {
        for (auto const& brand : accounts::brands(call.tx))
            if (brand.host)
                outgoing.own_names.push_back(*brand.host);
    });
    return check(wish, outgoing);
}

Result<void> prove(WebhookDesk const& desk, Endpoint const& endpoint)
{
    if (auto const good = well_wished(desk, endpoint); !good)
        return good;
    if (endpoint.state == WebhookState::disabled)
        return {};
    auto const what = desk.house.read(desk.actor, [&](Call& call) {
        auto const account = accounts::find_account(call.tx, endpoint.account);
        auto const brand = accounts::resolved_brand(call, account ? account->brand : BrandId{});
        return Ping{
            .webhook = endpoint.id,
            .url = endpoint.url,
            .dialect = endpoint.dialect,
            .secrets = signing_secrets(call.settings, endpoint, call.now),
            .brand = brand,
            .reader = reader_of(account, brand),
            .at = call.now};
    });
    return ping(desk.outgoing, what);
}

Result<Endpoint> find_endpoint(db::Tx& tx, WebhookKey const& key)
{
    auto endpoint = store::find_webhook(tx, key.webhook);
    if (!endpoint || endpoint->account != key.account)
        return not_found("webhook");
    return *std::move(endpoint);
}

Result<Webhook> find_webhook(db::Tx& tx, WebhookKey const& key)
{
    auto endpoint = find_endpoint(tx, key);
    if (!endpoint)
        return endpoint.error();
    return Webhook{*std::move(endpoint)};
}

}  // namespace tellfirst::notify
