#include "notify/copies/names.hpp"

#include "accounts/accounts.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::notify {
namespace {

std::string host_in(std::string_view url)
{
    auto const begin = url.find("://");
    auto const from = begin == url.npos ? 0 : begin + 3;
    return http::host_name(url.substr(from, url.find_first_of("/?#", from) - from));
}

}  // namespace

std::vector<std::string> names_of_brands(Call& call)
{
    std::vector<std::string> names{call.settings.domain, host_in(call.settings.public_url)};
    for (auto const& brand : accounts::resolved_brands(call)) {
        for (auto const& name :
             {brand.name, brand.mail_name, brand.mail_domain, host_in(brand.url),
              brand.mail_from.text(), brand.host.value_or(""),
              brand.contact.email ? brand.contact.email->text() : "",
              brand.contact.phone.value_or(""), host_in(brand.contact.url.value_or(""))})
            names.push_back(name);
    }
    std::erase(names, "");
    return names;
}

}  // namespace tellfirst::notify
