#include "accounts/accounts.hpp"
#include "accounts/csv.hpp"
#include "accounts/import_rows.hpp"

#include <map>
#include <unordered_map>

namespace tellfirst::accounts {

ImportPreview look_at_csv(
    db::Tx& tx, std::string_view csv,
    std::function<std::optional<ServiceId>(std::string_view)> const& service_named)
{
    // A file names few plans, each on many lines.
    std::unordered_map<std::string, std::optional<PlanId>> plans_seen;
    auto const plan_named = [&](std::string_view name) {
        auto const [seen, is_new] = plans_seen.try_emplace(std::string{name});
        if (is_new)
            if (auto const plan = find_plan_named(tx, name))
                seen->second = plan->id;
        return seen->second;
    };
    auto const is_taken = [&](Email const& email) {
        auto const known = find_contact_by_email(tx, email);
        return known && known->account;
    };
    std::map<PlanId, bool> rules_seen;
    auto const has_rule = [&](PlanId plan) {
        auto const [seen, is_new] = rules_seen.try_emplace(plan);
        if (is_new)
            seen->second = !services_of_plan(tx, plan).empty();
        return seen->second;
    };
    return preview_of(
        read_csv(csv), {.plan_named = plan_named,
                        .service_named = service_named,
                        .is_taken = is_taken,
                        .has_rule = has_rule});
}

Result<ImportDone> import_csv(Call& call, ImportPreview const& preview)
{
    if (!preview.errors.empty()) {
        auto const& first = preview.errors.front();
        return invalid(
            "import.has_errors", "",
            fmt::format("Nothing was imported. Line {}: {}.", first.line, first.detail));
    }
    ImportDone done;
    for (auto const& wish : preview.accounts) {
        auto const account = add_account(call, wish);
        if (!account)  // the world has moved since the file was looked at
            return invalid(
                "import.has_errors", account.error().field,
                fmt::format("Nothing was imported. {}: {}", wish.name, account.error().detail));
        ++done.accounts;
        done.contacts += static_cast<std::int64_t>(account->contacts.size());
    }
    return done;
}

}  // namespace tellfirst::accounts
