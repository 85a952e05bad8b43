#include "accounts/accounts.hpp"
#include "jobs/jobs.hpp"
#include "notify/webhooks/deliver.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/endpoint_store.hpp"
#include "notify/webhooks/schedule.hpp"
#include "notify/webhooks/webhooks.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

Result<WebhookKey> key_of(http::Request const& request)
{
    auto const account = request.id<AccountId>("account");
    if (!account)
        return account.error();
    auto const webhook = request.id<WebhookId>("webhook", "webhook");
    if (!webhook)
        return webhook.error();
    return WebhookKey{.account = *account, .webhook = *webhook};
}

// Handlers of one webhook: what `verb(call, key)` answers goes out.
template <class Verb>
Result<http::Reply> about_one(http::Request const& request, Call& call, Verb const& verb)
{
    auto const key = key_of(request);
    if (!key)
        return key.error();
    auto const answer = verb(call, *key);
    if (!answer)
        return answer.error();
    return http::ok(to_json(*answer));
}

Result<http::Reply>
post_webhook(http::Request const& request, House& house, http::Outgoing const& outgoing)
{
    auto const account = request.id<AccountId>("account");
    if (!account)
        return account.error();
    auto const wish = request.body_as<NewWebhook>();
    if (!wish)
        return wish.error();
    auto const added = add_webhook({house, request.actor, outgoing}, *account, *wish);
    if (!added)
        return added.error();
    return http::created(
        fmt::format("/api/v1/accounts/{}/webhooks/{}", account->text(), added->id.text()),
        to_json(*added));
}

Result<http::Reply>
put_webhook(http::Request const& request, House& house, http::Outgoing const& outgoing)
{
    auto const key = key_of(request);
    if (!key)
        return key.error();
    auto const wish = request.body_as<NewWebhook>();
    if (!wish)
        return wish.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    auto const changed = change_webhook({house, request.actor, outgoing}, *key, *wish, *version);
    if (!changed)
        return changed.error();
    return http::ok(to_json(*changed));
}

Result<http::Reply> get_webhooks(http::Request const& request, Call& call)
{
    auto const account = request.id<AccountId>("account");
    if (!account)
        return account.error();
    if (!accounts::find_account(call.tx, *account))
        return not_found("account");
    return http::list<WebhookId>(request, [&](auto after, int most) {
        return store::webhooks_of(call.tx, *account, after, most);
    });
}

Result<http::Reply> get_webhook(http::Request const& request, Call& call)
{
    return about_one(request, call, [](Call& inside, WebhookKey const& key) {
        return find_webhook(inside.tx, key);
    });
}

Result<http::Reply> delete_webhook(http::Request const& request, Call& call)
{
    return about_one(request, call, [](Call& inside, WebhookKey const& key) {
        return remove_webhook(inside, key);
    });
}

Result<http::Reply> post_secret(http::Request const& request, Call& call)
{
    return about_one(request, call, [](Call& inside, WebhookKey const& key) {
        return rotate_webhook_secret(inside, key);
    });
}

Result<http::Reply> get_deliveries(http::Request const& request, Call& call)
{
    auto const key = key_of(request);
    if (!key)
        return key.error();
    if (auto const webhook = find_webhook(call.tx, *key); !webhook)
        return webhook.error();
    return http::list<WebhookDeliveryId>(request, [&](auto before, int most) {
        return store::posts_of(call.tx, key->webhook, before, most);
    });
}

Result<http::Reply> post_replay(http::Request const& request, Call& call)
{
    auto const key = key_of(request);
    if (!key)
        return key.error();
    auto const delivery = request.id<WebhookDeliveryId>("delivery", "delivery");
    if (!delivery)
        return delivery.error();
    if (auto const done = replay_webhook(call, *key, *delivery); !done)
        return done.error();
    return http::no_content();
}

}  // namespace

void add_webhook_routes(http::Table& table, http::Outgoing const& outgoing)
{
    constexpr std::string_view all = "/api/v1/accounts/{id}/webhooks";
    constexpr std::string_view one = "/api/v1/accounts/{id}/webhooks/{webhook}";
    table
        .work(
            "POST", all, Right::write_accounts,
            [outgoing](http::Request const& request, House& house) {
                return post_webhook(request, house, outgoing);
            })
        .says("Adds a webhook, which must answer a ping; its secret is shown this once.")
        .takes<NewWebhook>()
        .gives<WebhookWithSecret>(201)
        .holds_secret();
    table.get(all, Right::read_accounts, get_webhooks)
        .says("Webhooks of an account, in the order in which they were added.")
        .asks({"after", "limit"})
        .gives<http::Page<Webhook>>();
    table.get(one, Right::read_accounts, get_webhook).says("One webhook.").gives<Webhook>();
    table
        .work(
            "PUT", one, Right::write_accounts,
            [outgoing](http::Request const& request, House& house) {
                return put_webhook(request, house, outgoing);
            })
        .says("Changes a webhook or switches it on or off; what is new must answer a ping.")
        .takes<NewWebhook>()
        .gives<Webhook>();
    table.remove(one, Right::write_accounts, delete_webhook)
        .says("Removes a webhook; what waits is not posted any more, what was posted stays in "
              "proofs.")
        .gives<Webhook>();
    table
        .post("/api/v1/accounts/{id}/webhooks/{webhook}/secret", Right::write_accounts, post_secret)
        .says("Makes a new secret, shown this once; the old one signs along for a day.")
        .gives<RotatedSecret>()
        .holds_secret();
    table
        .get(
            "/api/v1/accounts/{id}/webhooks/{webhook}/deliveries", Right::read_accounts,
            get_deliveries)
        .says("What was posted to a webhook, newest first, with its newest attempts.")
        .asks({"after", "limit"})
        .gives<http::Page<WebhookDelivery>>();
    table
        .post(
            "/api/v1/accounts/{id}/webhooks/{webhook}/deliveries/{delivery}/replay",
            Right::write_accounts, post_replay)
        .says("Posts a delivery once more that has come to its end.")
        .success = 204;
}

void add_webhook_jobs(jobs::Board& board, http::Outgoing const& outgoing)
{
    board.on_wait(
        std::string{webhook_job},
        [outgoing](House& house, jobs::Job const& job, std::stop_token stop) -> Result<void> {
            return deliver(house, job, {.outgoing = outgoing, .stop = std::move(stop)});
        });
}

}  // namespace tellfirst::notify
