#include "wire/smtp/capabilities.hpp"

#include "kernel/text.hpp"

#include <charconv>
#include <span>

namespace tellfirst::smtp {
namespace {

void read_auth(Capabilities& offered, std::span<std::string_view const> mechanisms)
{
    for (auto const mechanism : mechanisms) {
        offered.auth_plain |= mechanism == "plain";
        offered.auth_login |= mechanism == "login";
        offered.auth_xoauth2 |= mechanism == "xoauth2";
    }
}

}  // namespace

Capabilities read_capabilities(std::string_view text)
{
    Capabilities offered;
    auto const lower = ascii_lower(text);
    auto const lines = split(lower, '\n');
    for (auto const line : std::span{lines}.subspan(1)) {
        auto const words = split(line, ' ');
        auto const parameters = std::span{words}.subspan(1);
        auto const keyword = words.front();
        if (keyword == "pipelining")
            offered.pipelining = true;
        else if (keyword == "chunking")
            offered.chunking = true;
        else if (keyword == "starttls")
            offered.starttls = true;
        else if (keyword == "8bitmime")
            offered.eight_bit = true;
        else if (keyword == "smtputf8")
            offered.utf8 = true;
        else if (keyword == "auth")
            read_auth(offered, parameters);
        else if (keyword == "size") {
            offered.size = true;
            if (!parameters.empty())
                std::from_chars(
                    parameters[0].data(), parameters[0].data() + parameters[0].size(),
                    offered.largest);
        }
    }
    return offered;
}

}  // namespace tellfirst::smtp
