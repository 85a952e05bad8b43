#include "promises/names.hpp"
#include "accounts/accounts.hpp"
#include "team/team.hpp"

namespace tellfirst::promises {
namespace {

std::string name_of_recipient(db::Tx& tx, std::string_view recipient)
{
    if (auto const id = ContactId::parse(recipient)) {
        auto contact = accounts::find_contact(tx, *id);
        return contact ? std::move(contact->name) : "";
    }
    if (auto const id = AccountId::parse(recipient)) {
        auto account = accounts::find_account(tx, *id);
        return account ? std::move(account->name) : "";
    }
    return "";
}

}  // namespace

std::string const& Names::of(std::string const& id)
{
    auto const [known, is_new] = names_.try_emplace(id);
    if (is_new) {
        auto recipient = name_of_recipient(tx_, id);
        known->second = recipient.empty() ? team::name_of_actor(tx_, id) : std::move(recipient);
    }
    return known->second;
}

std::vector<PromiseRow> with_names(db::Tx& tx, std::vector<Promise> promises)
{
    Names names{tx};
    std::vector<PromiseRow> rows;
    rows.reserve(promises.size());
    for (auto& promise : promises) {
        PromiseRow row{std::move(promise), {}, {}};
        row.to_name = names.of(row.to);
        if (row.owner)
            row.owner_name = names.of(row.owner->text());
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace tellfirst::promises
