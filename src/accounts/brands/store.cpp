#include "accounts/store.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::accounts {
namespace {

struct LogoRow {
    std::string path;
    std::string type;
    db::Blob bytes;
};
BOOST_DESCRIBE_STRUCT(LogoRow, (), (path, type, bytes))

}  // namespace

Brand default_brand(db::Tx& tx)
{
    return tx
        .one<Brand>(R"sql(
        SELECT name, host, parent, accent, contact, mail_from, mail_name, language,
               id, logo, is_default, version
        FROM   accounts_brands
        WHERE  is_default = 1)sql")
        .value();
}

std::optional<Brand> find_brand(db::Tx& tx, BrandId id)
{
    return tx.one<Brand>(
        R"sql(
        SELECT name, host, parent, accent, contact, mail_from, mail_name, language,
               id, logo, is_default, version
        FROM   accounts_brands
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::vector<Brand> brands(db::Tx& tx, std::optional<BrandId> after, int limit)
{
    return tx.all<Brand>(
        R"sql(
        SELECT name, host, parent, accent, contact, mail_from, mail_name, language,
               id, logo, is_default, version
        FROM   accounts_brands
        WHERE  id > :after
        ORDER  BY id
        LIMIT  :limit)sql",
        {{"after", after ? after->value() : 0}, {"limit", limit}});
}

Brand brand_of_host(db::Tx& tx, std::string_view host)
{
    auto const brand = tx.one<Brand>(
        R"sql(
        SELECT name, host, parent, accent, contact, mail_from, mail_name, language,
               id, logo, is_default, version
        FROM   accounts_brands
        WHERE  host = :host)sql",
        {{"host", http::host_name(host)}});
    return brand ? *brand : default_brand(tx);
}

std::vector<PlanId> plans_of_brand(db::Tx& tx, BrandId id)
{
    return tx.all<PlanId>(
        R"sql(
        SELECT DISTINCT plan
        FROM   accounts_accounts
        WHERE  brand = :brand
        ORDER  BY plan)sql",
        {{"brand", id}});
}

std::optional<Logo> logo_of(db::Tx& tx, BrandId id)
{
    auto row = tx.one<LogoRow>(
        R"sql(
        SELECT path, type, bytes
        FROM   accounts_logos
        WHERE  brand = :brand)sql",
        {{"brand", id}});
    if (!row)
        return std::nullopt;
    return Logo{
        .path = std::move(row->path),
        .type = std::move(row->type),
        .bytes = std::move(row->bytes.bytes)};
}

namespace store {

bool add_brand(db::Tx& tx, Brand const& brand)
{
    return tx.run(
               R"sql(
        INSERT INTO accounts_brands (id, name, host, parent, accent, contact, mail_from, mail_name,
                                     language, logo, is_default, version)
        VALUES (:id, :name, :host, :parent, :accent, :contact, :mail_from, :mail_name,
                :language, NULL, 0, :version)
        ON CONFLICT (host) DO NOTHING)sql",
               {{"id", brand.id},
                {"name", brand.name},
                {"host", brand.host},
                {"parent", brand.parent},
                {"accent", brand.accent},
                {"contact", brand.contact},
                {"mail_from", brand.mail_from},
                {"mail_name", brand.mail_name},
                {"language", brand.language},
                {"version", brand.version}}) > 0;
}

bool save_brand(db::Tx& tx, Brand const& brand)
{
    return tx.run(
               R"sql(
        UPDATE accounts_brands
        SET    name = :name, host = :host, parent = :parent, accent = :accent, contact = :contact,
               mail_from = :mail_from, mail_name = :mail_name, language = :language, logo = :logo,
               version = :version
        WHERE  id = :id AND version = :version - 1)sql",
               {{"name", brand.name},
                {"host", brand.host},
                {"parent", brand.parent},
                {"accent", brand.accent},
                {"contact", brand.contact},
                {"mail_from", brand.mail_from},
                {"mail_name", brand.mail_name},
                {"language", brand.language},
                {"logo", brand.logo},
                {"version", brand.version},
                {"id", brand.id}}) > 0;
}

void keep_logo(db::Tx& tx, BrandId id, Logo const& logo)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_logos (brand, path, type, bytes)
        VALUES (:brand, :path, :type, :bytes)
        ON CONFLICT (brand) DO UPDATE
        SET    path = excluded.path, type = excluded.type, bytes = excluded.bytes)sql",
        {{"brand", id}, {"path", logo.path}, {"type", logo.type}, {"bytes", db::Blob{logo.bytes}}});
}

void drop_logo(db::Tx& tx, BrandId id)
{
    tx.run(
        R"sql(
        DELETE FROM accounts_logos
        WHERE  brand = :brand)sql",
        {{"brand", id}});
}

void remove_brand(db::Tx& tx, BrandId id)
{
    tx.run("DELETE FROM accounts_brands WHERE id = :id", {{"id", id}});
}

std::vector<std::string> names_of_brands_below(db::Tx& tx, BrandId id)
{
    return tx.all<std::string>(
        R"sql(
        SELECT name
        FROM   accounts_brands
        WHERE  parent = :id
        ORDER  BY name, id
        LIMIT  :limit)sql",
        {{"id", id}, {"limit", most_named_users + 1}});
}

std::vector<std::string> names_of_accounts_of(db::Tx& tx, BrandId id)
{
    return tx.all<std::string>(
        R"sql(
        SELECT name
        FROM   accounts_accounts
        WHERE  brand = :id
        ORDER  BY search_key, id
        LIMIT  :limit)sql",
        {{"id", id}, {"limit", most_named_users + 1}});
}

std::optional<BrandId> brand_of(db::Tx& tx, ContactId id)
{
    return tx.one<BrandId>("SELECT brand FROM accounts_contacts WHERE id = :id", {{"id", id}});
}

void pass_prospects_on(db::Tx& tx, BrandId gone, BrandId heir)
{
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    brand = :heir
        WHERE  brand = :gone AND account IS NULL)sql",
        {{"heir", heir}, {"gone", gone}});
}

void set_brand(db::Tx& tx, AccountId account, BrandId brand)
{
    tx.run(
        R"sql(
        UPDATE accounts_accounts
        SET    brand = :brand, version = version + 1
        WHERE  id = :account)sql",
        {{"brand", brand}, {"account", account}});
    tx.run(
        R"sql(
        UPDATE accounts_contacts
        SET    brand = :brand
        WHERE  account = :account)sql",
        {{"brand", brand}, {"account", account}});
}

}  // namespace store
}  // namespace tellfirst::accounts
