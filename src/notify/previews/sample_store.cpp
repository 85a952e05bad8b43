#include "notify/previews/sample_store.hpp"

namespace tellfirst::notify::store {
namespace {

// {}: which of the deliveries.
constexpr std::string_view first_of_each = R"sql(
    SELECT d.notice, d.recipient, d.address, d.name, d.language, d.zone, d.account,
           d.account_name, d.brand, d.short_text, d.lane, d.attempts
    FROM   notify_deliveries d
    WHERE  d.notice = :notice AND d.channel = :channel
    AND    d.recipient IN (SELECT MIN(f.recipient) FROM notify_deliveries f
                           WHERE  f.notice = :notice AND f.channel = :channel AND {}
                           GROUP BY f.brand, f.language)
    ORDER BY d.brand, d.language)sql";

}  // namespace

std::vector<Claimed> samples(db::Tx& tx, NoticeId notice, Channel channel)
{
    static auto const sql = fmt::format(first_of_each, "f.state IN ('queued', 'held')");
    return tx.all<Claimed>(sql, {{"notice", notice}, {"channel", channel}});
}

std::vector<Claimed> inbox_samples(db::Tx& tx, NoticeId notice)
{
    static auto const sql = fmt::format(first_of_each, "f.account IS NOT NULL");
    return tx.all<Claimed>(sql, {{"notice", notice}, {"channel", Channel::mail}});
}

std::vector<SamplePost> sample_posts(db::Tx& tx, NoticeId notice, std::int64_t most_each)
{
    // A chat reads what the account's first contact would.
    return tx.all<SamplePost>(
        R"sql(
        SELECT s.post, s.webhook, s.brand, s.dialect, s.language, s.host, s.account_name,
               s.state
        FROM  (SELECT w.post, w.webhook, w.brand, w.dialect, w.language, w.host, w.account_name,
                      w.state,
                      ROW_NUMBER() OVER (PARTITION BY w.brand, w.dialect, w.language
                                         ORDER BY w.post) AS place
               FROM  (SELECT p.id AS post, p.webhook AS webhook, p.brand AS brand,
                             k.dialect AS dialect, p.host AS host, p.state AS state,
                             COALESCE(a.name, '') AS account_name,
                             CASE WHEN k.dialect IN ('standard', 'statuspage') THEN ''
                                  ELSE COALESCE((SELECT c.language FROM accounts_people c
                                                 WHERE  c.account = p.account
                                                 ORDER BY c.contact LIMIT 1), '')
                             END AS language
                      FROM   notify_webhook_deliveries p
                      JOIN   notify_webhooks k ON k.id = p.webhook
                      LEFT JOIN accounts_account_names a ON a.account = p.account
                      WHERE  p.notice = :notice AND p.state IN ('queued', 'held')) w) s
        WHERE  s.place <= :most
        ORDER BY s.brand, s.dialect, s.language, s.post)sql",
        {{"notice", notice}, {"most", most_each}});
}

std::optional<WebhookPost> post_to(db::Tx& tx, NoticeId notice, WebhookId webhook)
{
    auto const id = tx.one<WebhookDeliveryId>(
        R"sql(
        SELECT id FROM notify_webhook_deliveries
        WHERE  notice = :notice AND webhook = :webhook AND state = 'queued')sql",
        {{"notice", notice}, {"webhook", webhook}});
    return id ? find_post(tx, *id) : std::nullopt;
}

}  // namespace tellfirst::notify::store
