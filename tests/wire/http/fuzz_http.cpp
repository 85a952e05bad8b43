// Everything of ours that reads what a stranger wrote into a request or an address; the framing
// of HTTP itself is read by Boost.Beast.
#include "kernel/pch.hpp"
#include "wire/http/events.hpp"
#include "wire/http/hot_page.hpp"
#include "wire/http/target.hpp"

#include <cstdlib>

using namespace tellfirst::http;

namespace {

void must(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    static auto const page = make_hot_page({.body = std::string(500, 'a')});
    std::string const text{reinterpret_cast<char const*>(data), size};

    must(percent_decode(percent_encode(text)) == text);
    if (auto const path = decode_path(text))
        must(path->starts_with('/') && !path->contains('\0'));
    (void)parse_form(text);
    (void)is_known(*page, text);
    (void)choose_form(*page, text);
    must(resume(text, 100).after <= 100);

    // Whatever passes leads to one host and one port, and nowhere inside by its number.
    auto const target = check_url(text, {});
    if (target) {
        must(target->port == 80 || target->port == 443 || target->port == 8443);
        auto const nobody = [](std::string const&, std::chrono::milliseconds) {
            return std::vector<Address>{};
        };
        auto const addresses = check_addresses(*target, nobody, std::chrono::milliseconds{1});
        if (addresses)
            must(is_public(addresses->front()));
    }
    return 0;
}
