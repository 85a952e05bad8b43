#include "accounts/store.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {

Brand default_brand(db::Tx& tx)
{
    return tx
        .one<Brand>(R"sql(
        SELECT id, name, host, mail_from, version
        FROM   accounts_brands
        WHERE  is_default = 1)sql")
        .value();
}

Brand brand_of_host(db::Tx& tx, std::string_view host)
{
    auto name = ascii_lower(host.substr(0, host.find(':')));
    if (name.ends_with('.'))
        name.pop_back();
    auto const brand = tx.one<Brand>(
        R"sql(
        SELECT id, name, host, mail_from, version
        FROM   accounts_brands
        WHERE  host = :host)sql",
        {{"host", name}});
    return brand ? *brand : default_brand(tx);
}

namespace store {

void save_brand(db::Tx& tx, Brand const& brand)
{
    tx.run(
        R"sql(
        UPDATE accounts_brands
        SET    name = :name, host = :host, mail_from = :mail_from, version = :version
        WHERE  id = :id)sql",
        {{"name", brand.name},
         {"host", brand.host},
         {"mail_from", brand.mail_from},
         {"version", brand.version},
         {"id", brand.id}});
}

}  // namespace store
}  // namespace tellfirst::accounts
