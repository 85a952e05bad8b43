#include "pages/shell.hpp"

#include "kernel/digest.hpp"
#include "pages/fill.hpp"
#include "pages/subscribing/subscribe_words.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

Language other_than(Language language)
{
    return language == Language::en ? Language::de : Language::en;
}

// Null, so that its section is left out, or the text.
Json text_if(std::optional<std::string> const& text)
{
    return text && !text->empty() ? Json(*text) : Json(nullptr);
}

Json object_if(std::optional<std::string> const& text)
{
    return text && !text->empty() ? Json(JsonObject{{"text", *text}}) : Json(nullptr);
}

// The brand's colour is used for surfaces only: what is read on it was chosen for contrast.
std::string style_of(accounts::ResolvedBrand const& brand)
{
    std::string style{templates::page_css};
    if (brand.accent)
        style += fmt::format(
            ":root{{--accent:{};--on-accent:{}}}", *brand.accent,
            brand.accent_text.empty() ? "#fff" : brand.accent_text);
    return style;
}

// "+49 (30) 123" as it is dialled.
std::string digits_of(std::string_view phone)
{
    std::string digits;
    for (char const c : phone)
        if (c == '+' || (c >= '0' && c <= '9'))
            digits += c;
    return digits;
}

std::string without_scheme(std::string_view url)
{
    auto const begin = url.find("://");
    return std::string{begin == url.npos ? url : url.substr(begin + 3)};
}

}  // namespace

std::string_view prefix_of(Language language)
{
    return language == Language::de ? "/de" : "";
}

std::string_view home_of(accounts::ResolvedBrand const& brand, Language language)
{
    if (language == Language::de)
        return "/de/";
    return words::language_of(brand.language) == Language::de ? "/en/" : "/";
}

Json contact_view(accounts::BrandContact const& contact)
{
    if (contact == accounts::BrandContact{})
        return nullptr;
    return JsonObject{
        {"text", text_if(contact.text)},
        {"email", contact.email ? Json(contact.email->text()) : Json(nullptr)},
        {"phone", text_if(contact.phone)},
        {"tel", digits_of(contact.phone.value_or(""))},
        {"url", text_if(contact.url)},
        {"url_host", without_scheme(contact.url.value_or(""))}};
}

std::string in_shell(Frame const& frame)
{
    auto const& texts = texts_in(frame.language);
    auto const other = other_than(frame.language);
    auto const path = frame.path.value_or("/");
    auto const place_in = [&](Language language) {
        return path == "/" ? fmt::format("{}{}", frame.base, home_of(frame.brand, language))
                           : fmt::format("{}{}{}", frame.base, prefix_of(language), path);
    };
    auto const here = place_in(frame.language);
    auto const json = path == "/" ? "/status.json" : path + ".json";
    bool const is_private = !frame.base.empty();
    return fill(
        templates::shell_html,
        {{"language", texts.tag},
         {"words", labels_in(frame.language)},
         {"subscribe", subscribe_words_in(frame.language).link},
         {"brand", frame.brand.name},
         {"logo", object_if(frame.brand.logo)},
         {"contact", contact_view(frame.brand.contact)},
         {"title", frame.title},
         {"base", frame.base},
         {"home", fmt::format("{}{}", frame.base, home_of(frame.brand, frame.language))},
         {"here", here},
         {"canonical", frame.brand.url + here},
         {"json", frame.base + json},
         {"house", object_if(frame.brand.url)},
         {"other_language", texts_in(other).tag},
         {"other_path", place_in(other)},
         {"shown", frame.path.has_value()},
         {"hidden", is_private || !frame.path},
         {"private", is_private},
         {"made", object_if(frame.made ? std::optional{to_rfc3339(*frame.made)} : std::nullopt)},
         {"unknown", texts.unknown},
         {"signed_in", frame.signed_in},
         {"style", style_of(frame.brand)},
         {"icons", templates::icons_svg},
         {"script", templates::page_js},
         {"content", frame.content}});
}

std::string public_policy()
{
    static std::string const policy = fmt::format(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; img-src 'self' "
        "data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        to_base64(sha256(templates::page_js)));
    return policy;
}

}  // namespace tellfirst::pages
