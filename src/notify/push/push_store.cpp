#include "notify/push/push_store.hpp"

#include "kernel/digest.hpp"

namespace tellfirst::notify::store {
namespace {

std::string key_of(std::string const& endpoint)
{
    return to_hex(sha256(endpoint));
}

}  // namespace

std::optional<ContactId> contact_of_browser(db::Tx& tx, std::string const& endpoint)
{
    return tx.one<ContactId>(
        "SELECT contact FROM notify_pushes WHERE key = :key", {{"key", key_of(endpoint)}});
}

void save_browser(db::Tx& tx, ContactId contact, Browser const& browser, Instant now)
{
    tx.run(
        R"sql(
        INSERT INTO notify_pushes (key, contact, endpoint, open_key, auth, at)
        VALUES (:key, :contact, :endpoint, :open_key, :auth, :at)
        ON CONFLICT (key) DO UPDATE
        SET contact = :contact, open_key = :open_key, auth = :auth, at = :at)sql",
        {{"key", key_of(browser.endpoint)},
         {"contact", contact},
         {"endpoint", browser.endpoint},
         {"open_key", browser.open_key},
         {"auth", browser.auth},
         {"at", now}});
}

void keep_newest_browsers(db::Tx& tx, ContactId contact, std::int64_t most)
{
    tx.run(
        R"sql(
        DELETE FROM notify_pushes
        WHERE  contact = :contact
        AND    key NOT IN (SELECT n.key FROM notify_pushes n
                           WHERE  n.contact = :contact
                           ORDER BY n.at DESC, n.key
                           LIMIT  :most))sql",
        {{"contact", contact}, {"most", most}});
}

void remove_browser(db::Tx& tx, ContactId contact, std::string const& endpoint)
{
    tx.run(
        "DELETE FROM notify_pushes WHERE key = :key AND contact = :contact",
        {{"key", key_of(endpoint)}, {"contact", contact}});
}

void remove_browsers(db::Tx& tx, ContactId contact)
{
    tx.run("DELETE FROM notify_pushes WHERE contact = :contact", {{"contact", contact}});
}

std::vector<Browser> browsers_of(db::Tx& tx, ContactId contact)
{
    return tx.all<Browser>(
        R"sql(
        SELECT endpoint, open_key, auth
        FROM   notify_pushes
        WHERE  contact = :contact
        ORDER BY at DESC, key)sql",
        {{"contact", contact}});
}

std::int64_t count_browsers(db::Tx& tx, ContactId contact)
{
    return *tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM notify_pushes WHERE contact = :contact", {{"contact", contact}});
}

std::optional<LockedKey> push_key(db::Tx& tx)
{
    return tx.one<LockedKey>("SELECT open_key, locked FROM notify_push_key WHERE id = 1");
}

void save_push_key(db::Tx& tx, LockedKey const& key)
{
    tx.run(
        R"sql(
        INSERT INTO notify_push_key (id, open_key, locked) VALUES (1, :open_key, :locked)
        ON CONFLICT (id) DO UPDATE SET open_key = :open_key, locked = :locked)sql",
        {{"open_key", key.open_key}, {"locked", key.locked}});
}

}  // namespace tellfirst::notify::store
