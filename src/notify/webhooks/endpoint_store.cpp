#include "notify/webhooks/endpoint_store.hpp"

namespace tellfirst::notify::store {
namespace {

// In the order of Webhook's members.
constexpr std::string_view webhook_columns = R"sql(
    SELECT url, dialect, topics, services, state, id, account, disabled_because, failing_since, created_at,
           version)sql";

}  // namespace

void add_webhook(db::Tx& tx, Endpoint const& endpoint)
{
    tx.run(
        R"sql(
        INSERT INTO notify_webhooks (id, account, url, dialect, topics, services, state, disabled_because,
                                     created_at, version, secret, failures, leased_by, leased_until)
        VALUES (:id, :account, :url, :dialect, :topics, :services, :state, :disabled_because,
                :created_at, :version, :secret, 0, 0, 0))sql",
        {{"id", endpoint.id},
         {"account", endpoint.account},
         {"url", endpoint.url},
         {"dialect", endpoint.dialect},
         {"topics", endpoint.topics},
         {"services", endpoint.services},
         {"state", endpoint.state},
         {"disabled_because", endpoint.disabled_because},
         {"created_at", endpoint.created_at},
         {"version", endpoint.version},
         {"secret", endpoint.secret}});
}

std::optional<Endpoint> find_webhook(db::Tx& tx, WebhookId id)
{
    static auto const sql = std::string{webhook_columns} + R"sql(,
           secret, old_secret, old_until, failures, not_before, leased_by, leased_until
    FROM   notify_webhooks
    WHERE  id = :id)sql";
    return tx.one<Endpoint>(sql, {{"id", id}});
}

std::vector<Webhook>
webhooks_of(db::Tx& tx, AccountId account, std::optional<WebhookId> after, int limit)
{
    static auto const sql = std::string{webhook_columns} + R"sql(
    FROM   notify_webhooks
    WHERE  account = :account AND id > :after
    ORDER BY id
    LIMIT  :limit)sql";
    return tx.all<Webhook>(
        sql, {{"account", account}, {"after", after.value_or(WebhookId{1})}, {"limit", limit}});
}

std::int64_t count_webhooks(db::Tx& tx, AccountId account)
{
    return *tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM notify_webhooks WHERE account = :account", {{"account", account}});
}

void save_webhook(db::Tx& tx, Webhook const& webhook)
{
    tx.run(
        R"sql(
        UPDATE notify_webhooks
        SET    url = :url, dialect = :dialect, topics = :topics, services = :services,
               state = :state, disabled_because = :disabled_because, version = :version
        WHERE  id = :id)sql",
        {{"id", webhook.id},
         {"url", webhook.url},
         {"dialect", webhook.dialect},
         {"topics", webhook.topics},
         {"services", webhook.services},
         {"state", webhook.state},
         {"disabled_because", webhook.disabled_because},
         {"version", webhook.version}});
}

void save_health(db::Tx& tx, WebhookId id, WebhookHealth const& health)
{
    tx.run(
        R"sql(
        UPDATE notify_webhooks
        SET    failing_since = :failing_since, failures = :failures, not_before = :not_before
        WHERE  id = :id)sql",
        {{"id", id},
         {"failing_since", health.failing_since},
         {"failures", health.failures},
         {"not_before", health.not_before}});
}

void save_secrets(db::Tx& tx, Endpoint const& endpoint)
{
    tx.run(
        R"sql(
        UPDATE notify_webhooks
        SET    secret = :secret, old_secret = :old_secret, old_until = :old_until
        WHERE  id = :id)sql",
        {{"id", endpoint.id},
         {"secret", endpoint.secret},
         {"old_secret", endpoint.old_secret},
         {"old_until", endpoint.old_until}});
}

void remove_webhook(db::Tx& tx, WebhookId id)
{
    tx.run("DELETE FROM notify_webhooks WHERE id = :id", {{"id", id}});
}

void lease_webhook(db::Tx& tx, WebhookId id, JobId job, Instant until)
{
    tx.run(
        R"sql(
        UPDATE notify_webhooks
        SET    leased_by = :job, leased_until = :until
        WHERE  id = :id)sql",
        {{"id", id}, {"job", job}, {"until", until}});
}

void release_webhook(db::Tx& tx, WebhookId id, JobId job)
{
    tx.run(
        R"sql(
        UPDATE notify_webhooks
        SET    leased_by = 0, leased_until = 0
        WHERE  id = :id AND leased_by = :job)sql",
        {{"id", id}, {"job", job}});
}

std::int64_t count_failing(db::Tx& tx, Instant machine_now)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(*) FROM notify_webhooks
        WHERE  leased_by <> 0 AND leased_until > :machine_now AND failing_since IS NOT NULL)sql",
        {{"machine_now", machine_now}});
}

}  // namespace tellfirst::notify::store
