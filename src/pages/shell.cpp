#include "pages/shell.hpp"

#include "kernel/digest.hpp"
#include "pages/fill.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

words::Language other_than(words::Language language)
{
    return language == words::Language::en ? words::Language::de : words::Language::en;
}

}  // namespace

std::string_view home_of(words::Language language)
{
    return language == words::Language::de ? "/de/" : "/";
}

std::string in_shell(Frame const& frame)
{
    auto const other = other_than(frame.language);
    return fill(
        templates::shell_html, {{"language", texts_in(frame.language).tag},
                                {"words", labels_in(frame.language)},
                                {"brand", frame.brand},
                                {"title", frame.title},
                                {"home", home_of(frame.language)},
                                {"other_language", texts_in(other).tag},
                                {"other_path", home_of(other)},
                                {"status", frame.made.has_value()},
                                {"made", frame.made ? to_rfc3339(*frame.made) : ""},
                                {"signed_in", frame.signed_in},
                                {"style", templates::page_css},
                                {"icons", templates::icons_svg},
                                {"script", templates::page_js},
                                {"content", frame.content}});
}

std::string public_policy()
{
    return fmt::format(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; img-src 'self' "
        "data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        to_base64(sha256(templates::page_js)));
}

}  // namespace tellfirst::pages
