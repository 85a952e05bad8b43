#include "wire/mime/automatic.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <array>

namespace tellfirst::mime {
namespace {

bool is_daemon(std::string_view address)
{
    constexpr std::array<std::string_view, 6> names{"mailer-daemon", "postmaster",   "noreply",
                                                    "no-reply",      "do-not-reply", "donotreply"};
    auto local = ascii_lower(address.substr(0, address.rfind('@')));
    std::ranges::replace(local, '_', '-');
    std::erase(local, '.');
    local.resize(std::min(local.find('+'), local.size()));
    return std::ranges::find(names, local) != names.end();
}

bool says_automatic(Mail const& mail)
{
    auto const submitted = ascii_lower(mail.header("auto-submitted"));
    if (!submitted.empty() && trim(submitted.substr(0, submitted.find_first_of("; ("))) != "no")
        return true;
    if (!mail.header("x-autoreply").empty() || !mail.header("x-autorespond").empty())
        return true;
    auto const suppress = ascii_lower(mail.header("x-auto-response-suppress"));
    return suppress.contains("all") || suppress.contains("autoreply");
}

bool is_bulk(Mail const& mail)
{
    auto const precedence = ascii_lower(mail.header("precedence"));
    return precedence == "bulk" || precedence == "list" || precedence == "junk" ||
           precedence == "auto_reply";
}

}  // namespace

Automatic why_automatic(Mail const& mail, std::string_view envelope_from)
{
    auto const from_list = [](Header const& header) { return header.name.starts_with("list-"); };
    auto const from_daemon = [](Address const& address) { return is_daemon(address.email); };

    if (auto const path = trim(envelope_from); path.empty() || path == "<>")
        return Automatic::null_sender;
    if (mail.header("return-path") == "<>")
        return Automatic::null_sender;
    if (says_automatic(mail))
        return Automatic::auto_submitted;
    if (mail.type == "multipart/report")
        return Automatic::report;
    if (std::ranges::any_of(mail.headers, from_list))
        return Automatic::list;
    if (is_bulk(mail))
        return Automatic::bulk;
    if (!mail.all("x-loop").empty())
        return Automatic::loop;
    if (is_daemon(envelope_from) || std::ranges::any_of(mail.from, from_daemon))
        return Automatic::daemon;
    return Automatic::none;
}

}  // namespace tellfirst::mime
