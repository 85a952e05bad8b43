#include "accounts/exposure.hpp"
#include "accounts/store.hpp"
#include "kernel/text.hpp"
#include "wire/words/fold.hpp"

namespace tellfirst::accounts {
namespace {

// Columns of accounts_accounts and of its plan, as find_account reads them.
struct FoundAccount {
    AccountId id;
    std::string name;
    PlanId plan;
    std::string plan_name;
    bool exposure_known = false;
    BrandId brand;
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    FoundAccount, (), (id, name, plan, plan_name, exposure_known, brand, created_at, version))

// Where an account stands in the list.
struct Place {
    std::string key;
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (key, id))

std::optional<Place> place_of(db::Tx& tx, AccountId id)
{
    return tx.one<Place>(
        R"sql(
        SELECT search_key AS key, id
        FROM   accounts_accounts
        WHERE  id = :id)sql",
        {{"id", id}});
}

}  // namespace

std::optional<Account> find_account(db::Tx& tx, AccountId id)
{
    auto row = tx.one<FoundAccount>(
        R"sql(
        SELECT a.id AS id, a.name AS name, a.plan AS plan, p.name AS plan_name,
               a.exposure_known AS exposure_known, a.brand AS brand, a.created_at AS created_at,
               a.version AS version
        FROM   accounts_accounts a
        JOIN   accounts_plans p ON p.id = a.plan
        WHERE  a.id = :id)sql",
        {{"id", id}});
    if (!row)
        return std::nullopt;
    auto own = row->exposure_known ? std::optional{store::exposure_of(tx, id)} : std::nullopt;
    auto all = used_in_all(own, services_of_plan(tx, row->plan));
    return Account{
        .id = row->id,
        .name = std::move(row->name),
        .plan = row->plan,
        .plan_name = std::move(row->plan_name),
        .services = std::move(all),
        .own_services = std::move(own),
        .contacts = store::contacts_of(tx, id),
        .brand = row->brand,
        .created_at = row->created_at,
        .version = row->version};
}

// Both databases know replace() and agree about it, which cannot be said of their other ways to
// look for a text in a text. What is searched for is never found by an index; the names of a
// hundred thousand contacts are looked through in a tenth of a second.
std::vector<AccountRow> list_accounts(db::Tx& tx, AccountSearch const& search)
{
    auto const behind = search.after ? place_of(tx, *search.after) : Place{};
    if (!behind)
        return {};
    return tx.all<AccountRow>(
        R"sql(
        SELECT a.id AS id, a.name AS name, a.plan AS plan, p.name AS plan_name,
               CASE WHEN a.exposure_known = 0 AND p.has_rule = 0 THEN NULL ELSE
                    (SELECT COUNT(DISTINCT x.service) FROM accounts_exposed x
                     WHERE  x.account = a.id) END AS services,
               (SELECT COUNT(*) FROM accounts_contacts c WHERE c.account = a.id) AS contacts,
               a.brand AS brand, a.created_at AS created_at, a.version AS version
        FROM   accounts_accounts a
        JOIN   accounts_plans p ON p.id = a.plan
        WHERE  a.search_key >= :key AND (a.search_key, a.id) > (:key, :id)
        AND    (CAST(:plan AS BIGINT) = 0 OR a.plan = :plan)
        AND    (:text = '' OR replace(a.search_key, :text, '') <> a.search_key
                OR EXISTS (SELECT 1 FROM accounts_contacts c
                           WHERE c.account = a.id
                           AND   replace(c.search_key, :text, '') <> c.search_key))
        ORDER  BY a.search_key, a.id
        LIMIT  :limit)sql",
        {{"key", behind->key},
         {"id", behind->id},
         {"plan", search.plan.value_or(PlanId{}).value()},
         {"text", words::fold(trim(search.text))},
         {"limit", search.limit}});
}

namespace store {

void add_account(db::Tx& tx, Account const& account)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_accounts (id, name, search_key, plan, exposure_known, brand,
                                       created_at, version)
        VALUES (:id, :name, :search_key, :plan, :exposure_known, :brand,
                :created_at, :version))sql",
        {{"id", account.id},
         {"name", account.name},
         {"search_key", words::fold(account.name)},
         {"plan", account.plan},
         {"exposure_known", account.own_services.has_value()},
         {"brand", account.brand},
         {"created_at", account.created_at},
         {"version", account.version}});
    tx.run(
        R"sql(
        INSERT INTO accounts_account_plans (account, since, plan)
        VALUES (:account, :since, :plan))sql",
        {{"account", account.id}, {"since", account.created_at}, {"plan", account.plan}});
    set_exposure_known(tx, account.id, account.own_services.has_value(), account.created_at);
    if (account.own_services)
        begin_exposure(tx, account.id, *account.own_services, account.created_at);
}

void raise_account_version(db::Tx& tx, AccountId id)
{
    tx.run(
        R"sql(
        UPDATE accounts_accounts
        SET    version = version + 1
        WHERE  id = :id)sql",
        {{"id", id}});
}

}  // namespace store
}  // namespace tellfirst::accounts
