#include "notify/bounces/suppression_store.hpp"

namespace tellfirst::notify {
namespace {

// '' and 0 stand for all of them: NULL would not be equal to itself in the key. Names are looked up
// for each row of the page: a LEFT JOIN of a view that is a join makes SQLite read all contacts.
constexpr std::string_view select_suppression = R"sql(
    SELECT s.id AS id, s.address AS address, NULLIF(s.topic, '') AS topic,
           NULLIF(s.brand, 0) AS brand, s.cause AS cause, s.reason AS reason, s.at AS since,
           s.contact AS contact,
           COALESCE((SELECT c.name FROM accounts_contact_names c
                     WHERE  c.contact = s.contact), '') AS contact_name,
           (SELECT a.account FROM accounts_people a
            WHERE  a.contact = s.contact) AS account,
           COALESCE((SELECT a.account_name FROM accounts_people a
                     WHERE  a.contact = s.contact), '') AS account_name,
           s.bounce AS bounce
    FROM   notify_suppressed s)sql";

}  // namespace

std::vector<Suppression> suppressions(db::Tx& tx, std::optional<SuppressionId> after, int limit)
{
    constexpr SuppressionId newest{std::numeric_limits<std::int64_t>::max()};
    static auto const sql =
        std::string{select_suppression} + " WHERE s.id < :before ORDER BY s.id DESC LIMIT :limit";
    return tx.all<Suppression>(sql, {{"before", after.value_or(newest)}, {"limit", limit}});
}

namespace store {

bool add_suppression(db::Tx& tx, Suppression const& suppression)
{
    auto const address = Email::parse(suppression.address);
    return tx.run(
               R"sql(
        INSERT INTO notify_suppressed (id, address_key, address, topic, brand, cause, reason,
                                       contact, bounce, at)
        VALUES (:id, :address_key, :address, :topic, :brand, :cause, :reason,
                :contact, :bounce, :at)
        ON CONFLICT (address_key, topic, brand) DO NOTHING)sql",
               {{"id", suppression.id},
                {"address_key", address ? address->key() : suppression.address},
                {"address", suppression.address},
                {"topic", suppression.topic ? name_of(*suppression.topic) : std::string_view{}},
                {"brand", suppression.brand.value_or(BrandId{}).value()},
                {"cause", suppression.cause},
                {"reason", suppression.reason},
                {"contact", suppression.contact},
                {"bounce", suppression.bounce},
                {"at", suppression.since}}) == 1;
}

std::optional<Suppression> find_suppression(db::Tx& tx, SuppressionId id)
{
    static auto const sql = std::string{select_suppression} + " WHERE s.id = :id";
    return tx.one<Suppression>(sql, {{"id", id}});
}

std::optional<Suppression> suppression_in(db::Tx& tx, Email const& address, Scope const& scope)
{
    static auto const sql =
        std::string{select_suppression} +
        " WHERE s.address_key = :address_key AND s.topic = :topic AND s.brand = :brand";
    return tx.one<Suppression>(
        sql, {{"address_key", address.key()},
              {"topic", scope.topic ? name_of(*scope.topic) : std::string_view{}},
              {"brand", scope.brand.value_or(BrandId{}).value()}});
}

std::optional<Suppression> first_suppression_of(db::Tx& tx, Email const& address)
{
    static auto const sql = std::string{select_suppression} +
                            " WHERE s.address_key = :address_key AND s.topic = ''"
                            " ORDER BY s.id LIMIT 1";
    return tx.one<Suppression>(sql, {{"address_key", address.key()}});
}

void remove_suppression(db::Tx& tx, SuppressionId id)
{
    tx.run("DELETE FROM notify_suppressed WHERE id = :id", {{"id", id}});
}

std::optional<SoftBounces> soft_bounces_of(db::Tx& tx, Email const& address)
{
    return tx.one<SoftBounces>(
        R"sql(
        SELECT points, at
        FROM   notify_soft_bounces
        WHERE  address_key = :address_key)sql",
        {{"address_key", address.key()}});
}

void save_soft_bounces(db::Tx& tx, Email const& address, SoftBounces const& bounces)
{
    tx.run(
        R"sql(
        INSERT INTO notify_soft_bounces (address_key, points, at)
        VALUES (:address_key, :points, :at)
        ON CONFLICT (address_key) DO UPDATE SET points = excluded.points, at = excluded.at)sql",
        {{"address_key", address.key()}, {"points", bounces.points}, {"at", bounces.at}});
}

void forget_soft_bounces(db::Tx& tx, Email const& address)
{
    tx.run(
        "DELETE FROM notify_soft_bounces WHERE address_key = :address_key",
        {{"address_key", address.key()}});
}

}  // namespace store
}  // namespace tellfirst::notify
