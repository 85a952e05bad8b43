#include "pages/asked.hpp"

#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "wire/http/peer.hpp"

namespace tellfirst::pages {
namespace {

// So many bits of a digest are no other place's by chance.
constexpr std::size_t origin_bytes = 12;

}  // namespace

accounts::ResolvedBrand brand_asked(http::Request const& request, Call& call)
{
    auto const host = request.header("host");
    return accounts::resolved_brand(call, accounts::brand_of_host(call.tx, host).id);
}

words::Language language_asked(http::Request const& request, accounts::ResolvedBrand const& brand)
{
    auto const first = trim(split(request.header("accept-language"), ',').front());
    auto const asked = words::language_of(first);
    bool const is_ours = asked != words::Language::en || ascii_lower(first).starts_with("en");
    return is_ours ? asked : words::language_of(brand.language);
}

std::string origin_of(http::Request const& request, Call const& call, std::string_view what)
{
    auto const hour = std::chrono::floor<std::chrono::hours>(call.now.time_since_epoch()).count();
    auto const mac = hmac_sha256(
        call.settings.secret, fmt::format("{} {} {}", what, hour, http::rate_key(request.peer)));
    return to_base64url(std::string_view{mac}.substr(0, origin_bytes));
}

}  // namespace tellfirst::pages
