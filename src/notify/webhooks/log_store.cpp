#include "notify/bound.hpp"
#include "notify/webhooks/delivery_store.hpp"

namespace tellfirst::notify::store {
namespace {

struct LoggedPost {
    WebhookDeliveryId id;
    NoticeId notice;
    std::string about;
    std::string type;
    State state = State::queued;
    std::optional<std::string> reason;
    Instant made_at;
    std::optional<Instant> due_at;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(LoggedPost, (), (id, notice, about, type, state, reason, made_at, due_at, at))

struct LoggedAttempt {
    WebhookDeliveryId delivery;
    Instant at;
    std::optional<std::int64_t> status;
    std::int64_t ms = 0;
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(LoggedAttempt, (), (delivery, at, status, ms, answer))

using Attempts = std::map<WebhookDeliveryId, std::vector<WebhookAttempt>>;

Attempts attempts_at(db::Tx& tx, std::vector<WebhookDeliveryId> const& deliveries)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
        SELECT delivery, at, status, ms, answer
        FROM   notify_webhook_attempts
        WHERE  delivery IN {}
        ORDER BY delivery, number)sql",
        bound.list("delivery", deliveries));
    Attempts attempts;
    tx.query(sql, bound.params(), [&](db::Row const& row) {
        auto each = db::from_row<LoggedAttempt>(row);
        attempts[each.delivery].push_back(
            {.at = each.at,
             .status = each.status,
             .ms = each.ms,
             .answer = std::move(each.answer)});
    });
    return attempts;
}

}  // namespace

std::vector<WebhookDelivery>
posts_of(db::Tx& tx, WebhookId webhook, std::optional<WebhookDeliveryId> before, int limit)
{
    constexpr WebhookDeliveryId newest{std::numeric_limits<std::int64_t>::max()};
    auto rows = tx.all<LoggedPost>(
        R"sql(
        SELECT id, notice, about, type, state, reason, made_at, due_at, at
        FROM   notify_webhook_deliveries
        WHERE  webhook = :webhook AND id < :before
        ORDER BY id DESC
        LIMIT  :limit)sql",
        {{"webhook", webhook}, {"before", before.value_or(newest)}, {"limit", limit}});
    std::vector<WebhookDeliveryId> ids;
    for (auto const& row : rows)
        ids.push_back(row.id);
    auto attempts = attempts_at(tx, ids);
    std::vector<WebhookDelivery> posts;
    for (auto& row : rows)
        posts.push_back(
            {.id = row.id,
             .notice = row.notice,
             .about = std::move(row.about),
             .type = std::move(row.type),
             .state = row.state,
             .reason = std::move(row.reason),
             .made_at = row.made_at,
             .due_at = row.due_at,
             .at = row.at,
             .attempts = std::move(attempts[row.id])});
    return posts;
}

void forget_posts(db::Tx& tx, Instant made_before, std::int64_t most)
{
    constexpr std::string_view old = R"sql(
            SELECT p.id FROM notify_webhook_deliveries p
            WHERE  p.due_at IS NULL AND p.made_at < :before
            ORDER BY p.made_at, p.id
            LIMIT  :most)sql";
    for (auto const which :
         {"DELETE FROM notify_webhook_attempts WHERE delivery IN ({})",
          "DELETE FROM notify_webhook_deliveries WHERE id IN ({})"})
        tx.run(fmt::format(fmt::runtime(which), old), {{"before", made_before}, {"most", most}});
}

}  // namespace tellfirst::notify::store
