#include "wire/http/cross_site.hpp"

#include "kernel/text.hpp"

namespace tellfirst::http {
namespace {

[[nodiscard]] std::string_view without_scheme(std::string_view origin)
{
    for (std::string_view const scheme : {"https://", "http://"})
        if (origin.starts_with(scheme))
            return origin.substr(scheme.size());
    return {};
}

}  // namespace

bool is_cross_site(Request const& request, std::string_view public_url)
{
    if (request.method == "GET" || request.method == "HEAD")
        return false;
    // A browser adds "Authorization: Basic" by itself, but a bearer's token never.
    if (request.header("cookie").empty() ||
        ascii_lower(request.header("authorization")).starts_with("bearer "))
        return false;
    return is_from_elsewhere(request, public_url);
}

bool is_from_elsewhere(Request const& request, std::string_view public_url)
{
    auto const site = request.header("sec-fetch-site");
    if (!site.empty())
        return site != "same-origin" && site != "none";
    auto const origin = ascii_lower(request.header("origin"));
    if (origin.empty())
        return true;
    return origin != ascii_lower(public_url) &&
           without_scheme(origin) != ascii_lower(request.header("host"));
}

}  // namespace tellfirst::http
