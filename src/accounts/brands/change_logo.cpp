#include "accounts/brands/picture.hpp"
#include "accounts/facts.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

Result<Brand> change_logo(
    Call& call, BrandId id, std::optional<NewLogo> const& wish, std::optional<std::int64_t> version)
{
    auto brand = find_brand(call.tx, id);
    if (!brand)
        return not_found("brand");
    if (version && *version != brand->version)
        return stale();
    if (wish) {
        auto const logo = read_logo(*wish);
        if (!logo)
            return logo.error();
        if (brand->logo == logo->path)
            return *std::move(brand);  // said twice
        store::keep_logo(call.tx, id, *logo);
        brand->logo = logo->path;
    } else {
        store::drop_logo(call.tx, id);
        brand->logo.reset();
    }
    ++brand->version;
    if (!store::save_brand(call.tx, *brand))
        return stale();
    call.tell(BrandChanged{.brand = id});
    return *std::move(brand);
}

}  // namespace tellfirst::accounts
