#include "pages/oneself/errand_store.hpp"

namespace tellfirst::pages::store {

void add_errand(db::Tx& tx, db::Blob const& hash, WantedErrand const& wanted, Instant expires)
{
    tx.run(
        R"sql(
        INSERT INTO pages_errands (hash, contact, errand, expires, spent_at)
        VALUES (:hash, :contact, :errand, :expires, NULL))sql",
        {{"hash", hash},
         {"contact", wanted.contact},
         {"errand", wanted.errand},
         {"expires", expires}});
}

void forget_expired_errands(db::Tx& tx, Instant now)
{
    tx.run("DELETE FROM pages_errands WHERE expires <= :now", {{"now", now}});
}

std::int64_t count_errands(db::Tx& tx, ContactId contact)
{
    return tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM pages_errands WHERE contact = :contact", {{"contact", contact}})
        .value();
}

std::optional<WantedErrand> find_errand(db::Tx& tx, db::Blob const& hash, Instant now)
{
    return tx.one<WantedErrand>(
        R"sql(
        SELECT contact, errand
        FROM   pages_errands
        WHERE  hash = :hash AND spent_at IS NULL AND expires > :now)sql",
        {{"hash", hash}, {"now", now}});
}

std::optional<WantedErrand> spend_errand(db::Tx& tx, db::Blob const& hash, Instant now)
{
    return tx.one<WantedErrand>(
        R"sql(
        UPDATE pages_errands
        SET    spent_at = :now
        WHERE  hash = :hash AND spent_at IS NULL AND expires > :now
        RETURNING contact, errand)sql",
        {{"now", now}, {"hash", hash}});
}

void forget_errands(db::Tx& tx, ContactId contact)
{
    tx.run("DELETE FROM pages_errands WHERE contact = :contact", {{"contact", contact}});
}

}  // namespace tellfirst::pages::store
