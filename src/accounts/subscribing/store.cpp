#include "accounts/subscribing/store.hpp"

namespace tellfirst::accounts::store {
namespace {

constexpr std::string_view insert_confirmation = R"sql(
    INSERT INTO accounts_confirmations (hash, contact, topic_bits, origin, made_at, expires,
                                        services)
    VALUES (:hash, :contact, CAST(:topic_bits AS BIGINT), :origin, :made_at, :expires,
            :services))sql";

std::vector<db::Param> params_of(Confirmation const& confirmation)
{
    return {
        {"hash", confirmation.hash},
        {"contact", confirmation.contact},
        {"topic_bits", confirmation.topic_bits},
        {"origin", confirmation.origin},
        {"made_at", confirmation.made_at},
        {"expires", confirmation.expires},
        {"services", confirmation.services}};
}

}  // namespace

void add_confirmation(db::Tx& tx, Confirmation const& confirmation)
{
    add_confirmations(tx, {&confirmation, 1});
}

void add_confirmations(db::Tx& tx, std::span<Confirmation const> confirmations)
{
    std::vector<std::vector<db::Param>> sets;
    sets.reserve(confirmations.size());
    for (auto const& confirmation : confirmations)
        sets.push_back(params_of(confirmation));
    tx.bulk(insert_confirmation, sets);
}

std::optional<Spent> spend_confirmation(db::Tx& tx, db::Blob const& hash, Instant now)
{
    return tx.one<Spent>(
        R"sql(
        UPDATE accounts_confirmations
        SET    spent_at = :now
        WHERE  hash = :hash AND spent_at IS NULL AND expires > :now
        RETURNING contact, topic_bits, services)sql",
        {{"now", now}, {"hash", hash}});
}

void forget_expired_confirmations(db::Tx& tx, Instant now)
{
    tx.run("DELETE FROM accounts_confirmations WHERE expires <= :now", {{"now", now}});
}

std::int64_t count_asked_for(db::Tx& tx, ContactId contact, Instant since)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT COUNT(*)
        FROM   accounts_confirmations
        WHERE  contact = :contact AND made_at > :since AND topic_bits IS NOT NULL)sql",
            {{"contact", contact}, {"since", since}})
        .value();
}

std::int64_t count_asked_from(db::Tx& tx, std::string const& origin, Instant since)
{
    return tx
        .one<std::int64_t>(
            R"sql(
        SELECT COUNT(*)
        FROM   accounts_confirmations
        WHERE  origin = :origin AND made_at > :since)sql",
            {{"origin", origin}, {"since", since}})
        .value();
}

void set_unconfirmed(db::Tx& tx, ContactId contact, Instant since)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    unconfirmed_since = :since
        WHERE  id = :contact)sql",
        {{"since", since}, {"contact", contact}});
}

void set_confirmed(db::Tx& tx, ContactId contact, Instant at)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    unconfirmed_since = NULL, confirmed_at = :at, version = version + 1
        WHERE  id = :contact)sql",
        {{"at", at}, {"contact", contact}});
}

Invited count_invitable(db::Tx& tx, PlanId plan, Instant expired)
{
    return tx
        .one<Invited>(
            R"sql(
        SELECT COUNT(CASE WHEN c.confirmed_at IS NULL AND u.address_key IS NULL
                           AND (c.invited_at IS NULL OR c.invited_at <= :expired)
                          THEN 1 END) AS invited,
               COUNT(c.confirmed_at) AS already_confirmed,
               COUNT(CASE WHEN c.confirmed_at IS NULL THEN u.address_key END) AS unreachable
        FROM   accounts_accounts a
        JOIN   accounts_contacts c ON c.account = a.id
        LEFT JOIN accounts_unreachable u ON u.address_key = c.email_key
        WHERE  a.plan = :plan)sql",
            {{"expired", expired}, {"plan", plan}})
        .value();
}

void mark_invited(db::Tx& tx, InvitationWave const& wave, Instant expired)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    invited_at = :at, unconfirmed_since = COALESCE(unconfirmed_since, :at),
               version = version + 1
        WHERE  account IN (SELECT a.id FROM accounts_accounts a WHERE a.plan = :plan)
        AND    confirmed_at IS NULL AND (invited_at IS NULL OR invited_at <= :expired)
        AND    NOT EXISTS (SELECT 1 FROM accounts_unreachable u
                           WHERE  u.address_key = accounts_contacts.email_key))sql",
        {{"at", wave.at}, {"plan", wave.plan}, {"expired", expired}});
}

std::vector<ContactId>
invited_contacts(db::Tx& tx, InvitationWave const& wave, std::optional<ContactId> after, int limit)
{
    return tx.all<ContactId>(
        R"sql(
        SELECT c.id
        FROM   accounts_contacts c
        WHERE  c.id > :after AND c.invited_at = :at AND c.unconfirmed_since IS NOT NULL
        AND    c.account IN (SELECT a.id FROM accounts_accounts a WHERE a.plan = :plan)
        ORDER BY c.id
        LIMIT  :limit)sql",
        {{"after", after.value_or(ContactId{1})},
         {"at", wave.at},
         {"plan", wave.plan},
         {"limit", limit}});
}

Invitations count_invitations(db::Tx& tx, PlanId plan)
{
    return tx
        .one<Invitations>(
            R"sql(
        SELECT COUNT(c.invited_at) AS invited,
               COUNT(CASE WHEN c.invited_at IS NOT NULL THEN c.confirmed_at END) AS confirmed,
               COUNT(CASE WHEN c.invited_at IS NOT NULL THEN c.unconfirmed_since END) AS waiting
        FROM   accounts_accounts a
        JOIN   accounts_contacts c ON c.account = a.id
        WHERE  a.plan = :plan)sql",
            {{"plan", plan}})
        .value();
}

}  // namespace tellfirst::accounts::store
