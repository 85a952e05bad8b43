#include "accounts/accounts.hpp"
#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/facts.hpp"
#include "notify/webhooks/secret.hpp"

namespace tellfirst::notify {
namespace {

// Each of them may cost a post at every publish.
constexpr std::int64_t most_of_account = 10;

Result<void> has_room(Call& call, AccountId account)
{
    if (!accounts::find_account(call.tx, account))
        return not_found("account");
    if (store::count_webhooks(call.tx, account) >= most_of_account)
        return invalid(
            "webhook.too_many", "url", "An account has at most 10 webhooks. Remove one first.");
    return {};
}

}  // namespace

Result<WebhookWithSecret>
add_webhook(WebhookDesk const& desk, AccountId account, NewWebhook const& wish)
{
    Endpoint endpoint{};
    static_cast<NewWebhook&>(endpoint) = wish;
    endpoint.account = account;
    std::string secret;
    auto const begun = desk.house.read(desk.actor, [&](Call& call) -> Result<void> {
        endpoint.id = call.new_id<WebhookId>();
        auto made = make_webhook_secret(call.settings, endpoint.id);
        endpoint.secret = std::move(made.locked);
        secret = std::move(made.text);
        return has_room(call, account);
    });
    if (!begun)
        return begun.error();
    if (auto const proven = prove(desk, endpoint); !proven)
        return proven.error();
    return desk.house.write(desk.actor, [&](Call& call) -> Result<WebhookWithSecret> {
        if (auto const room = has_room(call, account); !room)
            return room.error();
        auto added = endpoint;
        added.created_at = call.now;
        store::add_webhook(call.tx, added);
        call.tell(WebhookAdded{.webhook = added.id, .account = account});
        return WebhookWithSecret{added, secret};
    });
}

}  // namespace tellfirst::notify
