#include "accounts/oneself/store.hpp"

namespace tellfirst::accounts::store {

std::optional<Dates> dates_of(db::Tx& tx, ContactId id)
{
    return tx.one<Dates>(
        R"sql(
        SELECT created_at, invited_at, confirmed_at
        FROM   accounts_contacts
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::vector<Instant> sessions_of(db::Tx& tx, ContactId id, Instant now)
{
    return tx.all<Instant>(
        R"sql(
        SELECT expires
        FROM   accounts_sessions
        WHERE  contact = :id AND expires > :now
        ORDER BY expires)sql",
        {{"id", id}, {"now", now}});
}

bool is_erased(db::Tx& tx, ContactId id)
{
    return tx
        .one<std::int64_t>(
            "SELECT id FROM accounts_contacts WHERE id = :id AND erased_at IS NOT NULL",
            {{"id", id}})
        .has_value();
}

void blank_contact(db::Tx& tx, Nobody const& nobody)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    account = NULL, name = :name, email = :email, email_key = :email_key,
               search_key = '', phone = NULL, language = 'en', zone = 'Etc/UTC',
               topic_bits = NULL, sms_bits = NULL, push_bits = NULL, quiet = NULL,
               digest_at = NULL, short_text = 0, unconfirmed_since = NULL, invited_at = NULL,
               confirmed_at = NULL, erased_at = :at, version = version + 1
        WHERE  id = :id)sql",
        {{"name", nobody.name},
         {"email", nobody.address},
         {"email_key", nobody.address.key()},
         {"at", nobody.at},
         {"id", nobody.id}});
}

void end_links_and_choices(db::Tx& tx, ContactId id)
{
    tx.run("DELETE FROM accounts_links WHERE contact = :id", {{"id", id}});
    tx.run("DELETE FROM accounts_sessions WHERE contact = :id", {{"id", id}});
    tx.run("DELETE FROM accounts_confirmations WHERE contact = :id", {{"id", id}});
    tx.run("DELETE FROM accounts_subscribed_services WHERE contact = :id", {{"id", id}});
}

}  // namespace tellfirst::accounts::store
