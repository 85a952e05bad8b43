#include "pages/sign_in_pages.hpp"

#include "pages/fill.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

struct Said {
    std::string_view heading;
    std::vector<std::string_view> sentences;
};

Said said(SignInStep step, Texts const& texts)
{
    switch (step) {
    case SignInStep::ask: return {texts.ask_heading, {texts.ask_text}};
    case SignInStep::sent: return {texts.sent_heading, {texts.sent_text, texts.sent_hint}};
    case SignInStep::confirm: return {texts.confirm_heading, {texts.confirm_text}};
    case SignInStep::spent: return {texts.spent_heading, {texts.spent_text}};
    }
    return {};
}

}  // namespace

std::string render(SignInPage const& page)
{
    auto const& texts = texts_in(page.language);
    auto const [heading, sentences] = said(page.step, texts);
    JsonArray says;
    for (auto const sentence : sentences)
        says.push_back(JsonObject{{"text", sentence}});
    Json wrong = nullptr;
    if (page.typed)
        wrong = JsonObject{{"text", texts.not_an_address}};
    return in_shell(
        {.language = page.language,
         .brand = page.brand,
         .title = fmt::format("{} · {}", heading, page.brand.name),
         .content = fill(
             templates::sign_in_html,
             {{"words", labels_in(page.language)},
              {"heading", heading},
              {"says", std::move(says)},
              {"wrong", std::move(wrong)},
              {"typed", page.typed.value_or("")},
              {"form", page.step == SignInStep::ask},
              {"confirm", page.step == SignInStep::confirm},
              {"again", page.step == SignInStep::spent || page.step == SignInStep::sent}})});
}

}  // namespace tellfirst::pages
