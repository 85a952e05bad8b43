#include "accounts/brands/faults.hpp"

#include "accounts/brands/colour.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

constexpr std::size_t longest_host = 253;  // RFC 1035 2.3.4, as text
constexpr std::size_t longest_label = 63;  // the same

bool is_label(std::string_view label)
{
    return !label.empty() && label.size() <= longest_label && !label.starts_with('-') &&
           !label.ends_with('-') && std::ranges::all_of(label, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-';
           });
}

// An address that may stand in a link: of the web, and in characters that need no second look.
bool is_web_address(std::string_view url)
{
    auto const lower = ascii_lower(url);
    auto const slashes = lower.find("://");
    if (url.size() > longest_url ||
        (!lower.starts_with("https://") && !lower.starts_with("http://")))
        return false;
    auto const rest = url.substr(slashes + 3);
    return !rest.empty() && rest.front() != '/' && std::ranges::all_of(url, [](char c) {
        return c > ' ' && c < 0x7f && !std::string_view{"\"<>\\^`{|}"}.contains(c);
    });
}

Faults faults_in(BrandContact const& contact)
{
    Faults faults;
    if (contact.text && contact.text->size() > longest_contact_text)
        faults.push_back(
            {"contact.text", "brand.bad_contact", "must not be longer than 500 bytes"});
    if (contact.phone && !is_phone(*contact.phone))
        faults.push_back({"contact.phone", "brand.bad_contact", "is not a telephone number"});
    if (contact.url && !is_web_address(*contact.url))
        faults.push_back(
            {"contact.url", "brand.bad_contact", "is not a web address such as \"https://...\""});
    return faults;
}

}  // namespace

bool is_host(std::string_view host)
{
    return host.size() <= longest_host && std::ranges::all_of(split(host, '.'), is_label);
}

Faults faults_in(NewBrand const& wish, Standing standing)
{
    bool const is_partner = standing == Standing::partner;
    auto faults = faults_in_name("brand", "name", wish.name);
    if (wish.host && !is_host(*wish.host))
        faults.push_back(
            {"host", "brand.bad_host",
             "is not a host name without port (an international one begins with \"xn--\")"});
    if (is_partner && !wish.host)
        faults.push_back({"host", "brand.needs_host", "is required for a partner"});
    if (is_partner && !wish.mail_from)
        faults.push_back({"mail_from", "brand.needs_mail_from", "is required for a partner"});
    if (!is_partner && wish.parent)
        faults.push_back({"parent", "brand.has_no_parent", "the default brand stands above all"});
    if (wish.accent && !is_colour(*wish.accent))
        faults.push_back({"accent", "brand.bad_accent", "is not a colour such as \"#0a7f3c\""});
    if (wish.mail_name && !faults_in_name("brand", "mail_name", *wish.mail_name).empty())
        faults.push_back(
            {"mail_name", "brand.bad_mail_name", "must be one line of at most 200 bytes"});
    if (wish.language && !is_language(*wish.language))
        faults.push_back({"language", "language.wrong_form", "is not a language such as \"en\""});
    auto contact = faults_in(wish.contact);
    faults.insert(faults.end(), contact.begin(), contact.end());
    return faults;
}

}  // namespace tellfirst::accounts
