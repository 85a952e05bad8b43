#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "pages/links/links.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/site.hpp"

namespace tellfirst::pages {
namespace {

// More plans than this no house sells.
constexpr int most_plans = 200;
std::chrono::days const bars_shown{status::BarsWish{}.days};

// Where no rule says what those on the plan use, they see what everybody sees.
Reader reader_on(db::Tx& tx, PlanId plan)
{
    auto services = accounts::services_of_plan(tx, plan);
    if (services.empty())
        return {};
    return {.services = std::move(services)};
}

class Gathering {
  public:
    Gathering(Call& call, status::PlansByService const& uses)
        : call_{call},
          found_{look(call)},
          brands_{accounts::resolved_brands(call)},
          plans_{accounts::plans(call.tx, std::nullopt, most_plans)},
          record_{look_at_record(call, plans_, uses)},
          ever_{status::services_since(call.tx, Instant::min())},
          in_trouble_{status::accounts_in_trouble(call.tx, call.now - bars_shown)}
    {
    }

    [[nodiscard]] Sites gather() &&
    {
        for (auto const& brand : brands_)
            if (brand.is_default || brand.host)
                add_open(brand);
        for (auto const& page : plan_pages(call_, plans_))
            sites_.closed.push_back(
                {.brand = page.partner ? brand_of(*page.partner) : default_brand(),
                 .base_path = page.base_path,
                 .reader = reader_on(call_.tx, page.plan),
                 .pledges = pledges_of(only({page.plan}), record_)});
        for (auto const& [id, path] : account_base_paths(call_))
            if (auto const account = accounts::find_account(call_.tx, id))
                add_closed(*account, path);
        sites_.as_of = found_.now;
        sites_.default_host = host_of(default_brand().url);
        sites_.found = std::move(found_);
        return std::move(sites_);
    }

  private:
    [[nodiscard]] accounts::ResolvedBrand const& default_brand() const
    {
        return *std::ranges::find(brands_, true, &accounts::ResolvedBrand::is_default);
    }

    [[nodiscard]] accounts::ResolvedBrand const& brand_of(BrandId id) const
    {
        auto const found = std::ranges::find(brands_, id, &accounts::ResolvedBrand::id);
        return found == brands_.end() ? default_brand() : *found;
    }

    [[nodiscard]] std::vector<accounts::Plan> only(std::vector<PlanId> const& ids) const
    {
        std::vector<accounts::Plan> some;
        std::ranges::copy_if(plans_, std::back_inserter(some), [&](accounts::Plan const& plan) {
            return std::ranges::find(ids, plan.id) != ids.end();
        });
        return some;
    }

    // A partner's readers see what is sold to them, not all that the vendor sells.
    [[nodiscard]] Pledges pledges_for(accounts::ResolvedBrand const& brand) const
    {
        return pledges_of(
            brand.is_default ? plans_ : only(accounts::plans_of_brand(call_.tx, brand.id)),
            record_);
    }

    void add_open(accounts::ResolvedBrand const& brand)
    {
        sites_.open.push_back(
            {.brand = brand,
             .base_url = brand.url,
             .page = status_page_of(found_, brand.name, {}),
             .pledges = pledges_for(brand)});
        if (auto logo = accounts::logo_of(call_.tx, brand.id))
            sites_.logos.emplace(host_of(brand.url), *std::move(logo));
    }

    void add_closed(accounts::Account const& account, std::string const& path)
    {
        auto reader = reader_of(account);
        reader.bars = bars_of(account);
        sites_.closed.push_back(
            {.brand = brand_of(account.brand),
             .base_path = path,
             .reader = std::move(reader),
             .pledges = pledges_of(only({account.plan}), record_)});
    }

    // As in the portal: by what the plan counts, and with trouble that was the account's alone. Of
    // which most accounts had none, so that those on a plan have the same.
    [[nodiscard]] std::shared_ptr<AllBars const> bars_of(accounts::Account const& account)
    {
        auto const look = [&] {
            return std::make_shared<AllBars const>(look_at_bars(call_, ever_, account.id));
        };
        if (std::ranges::find(in_trouble_, account.id) != in_trouble_.end())
            return look();
        auto& known = bars_of_plans_[account.plan];
        if (!known)
            known = look();
        return known;
    }

    Call& call_;
    Found found_;
    std::vector<accounts::ResolvedBrand> brands_;
    std::vector<accounts::Plan> plans_;
    Record record_;
    std::vector<status::Service> ever_;
    std::vector<AccountId> in_trouble_;
    std::map<PlanId, std::shared_ptr<AllBars const>> bars_of_plans_ = {};
    Sites sites_{};
};

}  // namespace

Reader reader_of(accounts::Account const& account)
{
    return {.services = account.services, .account = account.id};
}

std::string base_path_of(Site const& site)
{
    auto const host = site.base_url.find("://") + 3;
    auto const path = site.base_url.find('/', host);
    return path == site.base_url.npos ? "" : site.base_url.substr(path);
}

Sites look_at_sites(Call& call, status::PlansByService const& uses)
{
    return Gathering{call, uses}.gather();
}

Site site_of(Sites const& sites, PrivateSite const& closed)
{
    return {
        .brand = closed.brand,
        .base_url = closed.brand.url + closed.base_path,
        .is_private = true,
        .page = status_page_of(sites.found, closed.brand.name, closed.reader),
        .pledges = closed.pledges};
}

std::optional<Reader> reader_at(Call& call, std::string_view base_path)
{
    if (base_path.empty())
        return Reader{};
    for (auto const& page : plan_pages(call, accounts::plans(call.tx, std::nullopt, most_plans)))
        if (equal_in_constant_time(page.base_path, base_path))
            return reader_on(call.tx, page.plan);
    for (auto const& [id, path] : account_base_paths(call))
        if (equal_in_constant_time(path, base_path))
            if (auto const account = accounts::find_account(call.tx, id))
                return reader_of(*account);
    return std::nullopt;
}

}  // namespace tellfirst::pages
