#include "notify/finish.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/desk.hpp"
#include "notify/webhooks/facts.hpp"
#include "notify/webhooks/schedule.hpp"

namespace tellfirst::notify {
namespace {

bool is_proven(Endpoint const& before, NewWebhook const& wish)
{
    return wish.state == WebhookState::active && before.state == WebhookState::active &&
           wish.url == before.url && wish.dialect == before.dialect;
}

Result<Endpoint> seen(Call& call, WebhookKey const& key, std::optional<std::int64_t> const& version)
{
    auto endpoint = find_endpoint(call.tx, key);
    if (endpoint && version && *version != endpoint->version)
        return stale();
    return endpoint;
}

Webhook save(Call& call, Endpoint changed)
{
    changed.disabled_because = std::nullopt;
    ++changed.version;
    store::save_webhook(call.tx, changed);
    if (changed.state == WebhookState::disabled) {
        store::end_posts(
            call.tx, changed.id,
            {.state = State::cancelled, .reason = "the webhook is disabled", .at = call.now});
        finish_over(call);
    }
    call.tell(WebhookChanged{
        .webhook = changed.id, .account = changed.account, .version = changed.version});
    return changed;
}

}  // namespace

Result<Webhook> change_webhook(
    WebhookDesk const& desk, WebhookKey const& key, NewWebhook const& wish,
    std::optional<std::int64_t> version)
{
    auto const before =
        desk.house.read(desk.actor, [&](Call& call) { return seen(call, key, version); });
    if (!before)
        return before.error();
    bool const was_proven = is_proven(*before, wish);
    auto wanted = *before;
    static_cast<NewWebhook&>(wanted) = wish;
    if (auto const good = was_proven ? well_wished(desk, wanted) : prove(desk, wanted); !good)
        return good.error();
    return desk.house.write(desk.actor, [&](Call& call) -> Result<Webhook> {
        auto now = seen(call, key, version);
        if (!now)
            return now.error();
        static_cast<NewWebhook&>(*now) = wish;
        auto const changed = save(call, *now);
        if (!was_proven) {  // it has just answered, so what waits need not wait any longer
            store::save_health(call.tx, changed.id, {});
            store::let_posts_go(call.tx, changed.id);
        }
        schedule(call, changed.id);
        return changed;
    });
}

}  // namespace tellfirst::notify
