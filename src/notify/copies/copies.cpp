#include "notify/copies/copies.hpp"

#include "accounts/accounts.hpp"
#include "notify/copies/copy_text.hpp"
#include "notify/known.hpp"
#include "notify/store.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::notify {
namespace {

std::string host_in(std::string_view url)
{
    auto const begin = url.find("://");
    auto const from = begin == url.npos ? 0 : begin + 3;
    return http::host_name(url.substr(from, url.find_first_of("/?#", from) - from));
}

// Whatever tells a reader whose service it is.
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

}  // namespace

Result<CopyTexts> copy_texts(Call& call, NoticeId id, std::string const& zone)
{
    if (!accounts::is_known_zone(zone))
        return invalid("zone.unknown", "zone", "Name a zone such as Europe/Berlin.");
    auto const notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement)
        return not_found("notice");
    auto const words = known_to(notice->body_as<Announcement>(), {});
    auto const names = names_of_brands(call);
    CopyTexts copies;
    for (auto const language : {Language::en, Language::de})
        copies.texts.push_back(
            {.language = std::string{texts_in(language).tag},
             .text = copy_text(words, notice->at, {.language = language, .zone = zone}, names)});
    return copies;
}

}  // namespace tellfirst::notify
