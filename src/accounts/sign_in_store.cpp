#include "accounts/store.hpp"

namespace tellfirst::accounts::store {

void add_link(db::Tx& tx, Credential const& link)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_links (hash, contact, expires, spent_at)
        VALUES (:hash, :contact, :expires, NULL))sql",
        {{"hash", link.hash}, {"contact", link.contact}, {"expires", link.expires}});
}

std::optional<ContactId> spend_link(db::Tx& tx, db::Blob const& hash, Instant now)
{
    return tx.one<ContactId>(
        R"sql(
        UPDATE accounts_links
        SET    spent_at = :now
        WHERE  hash = :hash AND spent_at IS NULL AND expires > :now
        RETURNING contact)sql",
        {{"now", now}, {"hash", hash}});
}

std::int64_t count_links(db::Tx& tx, ContactId id, Instant now)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT COUNT(*)
        FROM   accounts_links
        WHERE  contact = :contact AND expires > :now)sql",
            {{"contact", id}, {"now", now}})
        .value();
}

void add_session(db::Tx& tx, Credential const& session)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_sessions (hash, contact, expires)
        VALUES (:hash, :contact, :expires))sql",
        {{"hash", session.hash}, {"contact", session.contact}, {"expires", session.expires}});
}

void end_session(db::Tx& tx, db::Blob const& hash)
{
    tx.run("DELETE FROM accounts_sessions WHERE hash = :hash", {{"hash", hash}});
}

std::optional<ContactId> contact_of_session(db::Tx& tx, db::Blob const& hash, Instant now)
{
    return tx.one<ContactId>(
        R"sql(
        SELECT contact
        FROM   accounts_sessions
        WHERE  hash = :hash AND expires > :now)sql",
        {{"hash", hash}, {"now", now}});
}

void forget_expired(db::Tx& tx, ContactId id, Instant now)
{
    tx.run(
        R"sql(
        DELETE FROM accounts_links
        WHERE  contact = :contact AND expires <= :now)sql",
        {{"contact", id}, {"now", now}});
    tx.run(
        R"sql(
        DELETE FROM accounts_sessions
        WHERE  contact = :contact AND expires <= :now)sql",
        {{"contact", id}, {"now", now}});
}

}  // namespace tellfirst::accounts::store
