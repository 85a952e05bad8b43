#include "accounts/store.hpp"

namespace tellfirst::accounts {
namespace {

struct AccountRow {
    AccountId id;
    std::string name;
    PlanId plan;
    bool exposure_known = false;
    BrandId brand;
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, name, plan, exposure_known, brand, created_at, version))

struct ExposureRow {
    AccountId account;
    ServiceId service;
};
BOOST_DESCRIBE_STRUCT(ExposureRow, (), (account, service))

std::vector<ExposureRow> exposure_between(db::Tx& tx, AccountId first, AccountId last)
{
    return tx.all<ExposureRow>(
        R"sql(
        SELECT account, service
        FROM   accounts_exposure
        WHERE  account >= :first AND account <= :last AND until IS NULL
        ORDER BY account, service)sql",
        {{"first", first}, {"last", last}});
}

// `rows` are neighbours in the order of ids, so what belongs to them is one range each of
// contacts and exposure: three statements for a whole page, not two for each account.
std::vector<Account> to_accounts(db::Tx& tx, std::vector<AccountRow>&& rows)
{
    if (rows.empty())
        return {};
    auto const contacts = store::contacts_between(tx, rows.front().id, rows.back().id);
    auto const exposure = exposure_between(tx, rows.front().id, rows.back().id);
    auto contact = contacts.begin();
    auto exposed = exposure.begin();

    std::vector<Account> accounts;
    accounts.reserve(rows.size());
    for (auto& row : rows) {
        Account account{
            .id = row.id,
            .name = std::move(row.name),
            .plan = row.plan,
            .brand = row.brand,
            .created_at = row.created_at,
            .version = row.version};
        for (; contact != contacts.end() && contact->account == row.id; ++contact)
            account.contacts.push_back(*contact);
        if (row.exposure_known)
            account.services.emplace();
        for (; exposed != exposure.end() && exposed->account == row.id; ++exposed)
            if (account.services)
                account.services->push_back(exposed->service);
        accounts.push_back(std::move(account));
    }
    return accounts;
}

}  // namespace

std::optional<Account> find_account(db::Tx& tx, AccountId id)
{
    auto accounts = to_accounts(
        tx, tx.all<AccountRow>(
                R"sql(
        SELECT id, name, plan, exposure_known, brand, created_at, version
        FROM   accounts_accounts
        WHERE  id = :id)sql",
                {{"id", id}}));
    return accounts.empty() ? std::nullopt : std::optional{std::move(accounts.front())};
}

std::vector<Account> list_accounts(db::Tx& tx, std::optional<AccountId> after, int limit)
{
    return to_accounts(
        tx, tx.all<AccountRow>(
                R"sql(
        SELECT id, name, plan, exposure_known, brand, created_at, version
        FROM   accounts_accounts
        WHERE  id > :after
        ORDER BY id
        LIMIT  :limit)sql",
                {{"after", after.value_or(AccountId{}).value()}, {"limit", limit}}));
}

bool is_exposed(db::Tx& tx, AccountId id, std::vector<ServiceId> const& services)
{
    auto const known = tx.one<bool>(
        R"sql(
        SELECT exposure_known
        FROM   accounts_accounts
        WHERE  id = :id)sql",
        {{"id", id}});
    if (!known || services.empty())
        return false;
    if (!*known)
        return true;
    auto const used = store::exposure_of(tx, id);
    return std::ranges::find_first_of(used, services) != used.end();
}

namespace store {

void add_account(db::Tx& tx, Account const& account)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_accounts (id, name, plan, exposure_known, brand, created_at, version)
        VALUES (:id, :name, :plan, :exposure_known, :brand, :created_at, :version))sql",
        {{"id", account.id},
         {"name", account.name},
         {"plan", account.plan},
         {"exposure_known", account.services.has_value()},
         {"brand", account.brand},
         {"created_at", account.created_at},
         {"version", account.version}});
    tx.run(
        R"sql(
        INSERT INTO accounts_account_plans (account, since, plan)
        VALUES (:account, :since, :plan))sql",
        {{"account", account.id}, {"since", account.created_at}, {"plan", account.plan}});
    if (account.services)
        begin_exposure(tx, account.id, *account.services, account.created_at);
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

void set_exposure_known(db::Tx& tx, AccountId id, bool known)
{
    tx.run(
        R"sql(
        UPDATE accounts_accounts
        SET    exposure_known = :known
        WHERE  id = :id)sql",
        {{"known", known}, {"id", id}});
}

std::vector<ServiceId> exposure_of(db::Tx& tx, AccountId id)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposure
        WHERE  account = :account AND until IS NULL
        ORDER BY service)sql",
        {{"account", id}});
}

void begin_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant since)
{
    for (auto const service : services)
        tx.run(
            R"sql(
            INSERT INTO accounts_exposure (account, service, since, until)
            VALUES (:account, :service, :since, NULL))sql",
            {{"account", id}, {"service", service}, {"since", since}});
}

void end_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant until)
{
    for (auto const service : services)
        tx.run(
            R"sql(
            UPDATE accounts_exposure
            SET    until = :until
            WHERE  account = :account AND service = :service AND until IS NULL)sql",
            {{"until", until}, {"account", id}, {"service", service}});
}

}  // namespace store
}  // namespace tellfirst::accounts
