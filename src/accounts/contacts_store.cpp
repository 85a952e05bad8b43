#include "accounts/store.hpp"
#include "accounts/topics.hpp"
#include "wire/words/fold.hpp"

namespace tellfirst::accounts {
namespace {

struct ContactRow {
    ContactId id;
    std::optional<AccountId> account;
    std::string name;
    Email email;
    std::optional<std::string> phone;
    std::string language;
    std::string zone;
    std::optional<std::int64_t> topic_bits;
    std::int64_t version = 1;
    std::optional<Unreached> cause;
    std::optional<std::string> reason;
    std::optional<Instant> since;
};
BOOST_DESCRIBE_STRUCT(
    ContactRow, (),
    (id, account, name, email, phone, language, zone, topic_bits, version, cause, reason, since))

constexpr std::string_view select_contact = R"sql(
    SELECT c.id AS id, c.account AS account, c.name AS name, c.email AS email, c.phone AS phone,
           c.language AS language, c.zone AS zone, c.topic_bits AS topic_bits,
           c.version AS version, u.cause AS cause, u.reason AS reason, u.since AS since
    FROM   accounts_contacts c
    LEFT JOIN accounts_unreachable u ON u.address_key = c.email_key)sql";

std::optional<Unreachable> unreachable_in(ContactRow& row)
{
    if (!row.cause || !row.reason || !row.since)
        return std::nullopt;
    return Unreachable{.cause = *row.cause, .reason = *std::move(row.reason), .since = *row.since};
}

Contact to_contact(ContactRow&& row)
{
    return {
        .id = row.id,
        .account = row.account,
        .name = std::move(row.name),
        .email = std::move(row.email),
        .phone = std::move(row.phone),
        .language = std::move(row.language),
        .zone = std::move(row.zone),
        .topics = row.topic_bits ? std::optional{topics_in(*row.topic_bits)} : std::nullopt,
        .version = row.version,
        .unreachable = unreachable_in(row)};
}

std::optional<Contact> to_contact(std::optional<ContactRow>&& row)
{
    return row ? std::optional{to_contact(*std::move(row))} : std::nullopt;
}

std::optional<std::int64_t> own_bits(std::optional<std::vector<Topic>> const& topics)
{
    return topics ? std::optional{topic_bits(*topics)} : std::nullopt;
}

}  // namespace

std::optional<Contact> find_contact(db::Tx& tx, ContactId id)
{
    static auto const sql = std::string{select_contact} + " WHERE c.id = :id";
    return to_contact(tx.one<ContactRow>(sql, {{"id", id}}));
}

std::optional<Contact> find_contact_by_email(db::Tx& tx, Email const& email)
{
    static auto const sql = std::string{select_contact} + " WHERE c.email_key = :email_key";
    return to_contact(tx.one<ContactRow>(sql, {{"email_key", email.key()}}));
}

namespace store {

std::vector<Contact> contacts_of(db::Tx& tx, AccountId account)
{
    static auto const sql =
        std::string{select_contact} + " WHERE c.account = :account ORDER BY c.id";
    auto rows = tx.all<ContactRow>(sql, {{"account", account}});
    std::vector<Contact> contacts;
    contacts.reserve(rows.size());
    for (auto& row : rows)
        contacts.push_back(to_contact(std::move(row)));
    return contacts;
}

std::optional<ContactId> add_contact(db::Tx& tx, ContactAdd const& add)
{
    auto const& contact = add.contact;
    return tx.one<ContactId>(
        R"sql(
        INSERT INTO accounts_contacts (id, account, brand, name, email, email_key, search_key,
                                       phone, language, zone, topic_bits, created_at, version)
        VALUES (:id, :account, :brand, :name, :email, :email_key, :search_key,
                :phone, :language, :zone, :topic_bits, :created_at, 1)
        ON CONFLICT (email_key) DO UPDATE
        SET    account = excluded.account, brand = excluded.brand, name = excluded.name,
               email = excluded.email, search_key = excluded.search_key, phone = excluded.phone,
               language = excluded.language, zone = excluded.zone,
               topic_bits = excluded.topic_bits, unconfirmed_since = NULL,
               version = accounts_contacts.version + 1
        WHERE  accounts_contacts.account IS NULL
        RETURNING id)sql",
        {{"id", contact.id},
         {"account", contact.account},
         {"brand", add.brand},
         {"name", contact.name},
         {"email", contact.email},
         {"email_key", contact.email.key()},
         {"search_key", words::fold(contact.name) + ' ' + words::fold(contact.email.key())},
         {"phone", contact.phone},
         {"language", contact.language},
         {"zone", contact.zone},
         {"topic_bits", own_bits(contact.topics)},
         {"created_at", add.at}});
}

void set_topics(db::Tx& tx, ContactId id, std::optional<std::vector<Topic>> const& topics)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    topic_bits = :topic_bits, version = version + 1
        WHERE  id = :id)sql",
        {{"topic_bits", own_bits(topics)}, {"id", id}});
}

std::optional<Unreachable> why_unreachable(db::Tx& tx, Email const& address)
{
    return tx.one<Unreachable>(
        R"sql(
        SELECT cause, reason, since
        FROM   accounts_unreachable
        WHERE  address_key = :address_key)sql",
        {{"address_key", address.key()}});
}

void save_unreachable(db::Tx& tx, Email const& address, Unreachable const& why)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_unreachable (address_key, cause, reason, since)
        VALUES (:address_key, :cause, :reason, :since)
        ON CONFLICT (address_key) DO UPDATE
        SET    cause = excluded.cause, reason = excluded.reason, since = excluded.since)sql",
        {{"address_key", address.key()},
         {"cause", why.cause},
         {"reason", why.reason},
         {"since", why.since}});
}

void forget_unreachable(db::Tx& tx, Email const& address)
{
    tx.run(
        "DELETE FROM accounts_unreachable WHERE address_key = :address_key",
        {{"address_key", address.key()}});
}

}  // namespace store
}  // namespace tellfirst::accounts
