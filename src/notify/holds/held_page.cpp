#include "notify/holds/held_page.hpp"

#include "notify/html.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::string_view quiet = "#3b6fd4";  // where a brand has no colour

struct PageTexts {
    std::string_view tag;
    std::string_view title;
    std::string_view question;  // above the words
    std::string_view on_page;   // beside it, where everybody may read it there
    std::string_view headline, text;
    std::string_view wrong_title, wrong_text;
    std::string_view by_itself, never;  // {time}
    std::string_view button;
    std::string_view done_title, done;
    std::string_view over_title;
    std::string_view released;  // {time}
    std::string_view expired;
    std::string_view over;
    std::string_view unknown;
};

constexpr PageTexts english{
    .tag = "en",
    .title = "Held for you",
    .question = "Your customers are told this when you release it. You may change it before.",
    .on_page = "Your status page shows it already, as it is.",
    .headline = "Title",
    .text = "Text",
    .wrong_title = "Please write a title of at most 200 letters.",
    .wrong_text = "Please write what is to be said, in at most 10,000 letters.",
    .by_itself = "If you do nothing, it goes to them as it is, {time}.",
    .never = "If you do not release it by {time}, they do not hear of it.",
    .button = "Release",
    .done_title = "Released",
    .done = "It is on its way to your customers.",
    .over_title = "No longer held",
    .released = "This was released already: {time}.",
    .expired = "Nobody released this in time. Your customers were not told.",
    .over = "This is not held any more: a later word took its place, or it was taken back.",
    .unknown = "This link is not complete. Please copy all of it from the mail."};

constexpr PageTexts german{
    .tag = "de",
    .title = "Wartet auf Ihre Freigabe",
    .question = "Ihre Kunden erhalten dies, sobald Sie es freigeben. Sie können es vorher ändern.",
    .on_page = "Ihre Statusseite zeigt es schon, so wie es ist.",
    .headline = "Titel",
    .text = "Text",
    .wrong_title = "Bitte schreiben Sie einen Titel mit höchstens 200 Zeichen.",
    .wrong_text = "Bitte schreiben Sie, was gesagt werden soll, mit höchstens 10.000 Zeichen.",
    .by_itself = "Wenn Sie nichts tun, erhalten sie es so, wie es ist: {time}.",
    .never = "Wenn Sie es bis {time} nicht freigeben, hören sie nicht davon.",
    .button = "Freigeben",
    .done_title = "Freigegeben",
    .done = "Es ist unterwegs zu Ihren Kunden.",
    .over_title = "Wartet nicht mehr",
    .released = "Dies wurde schon freigegeben: {time}.",
    .expired = "Dies hat niemand rechtzeitig freigegeben. Ihre Kunden erhielten es nicht.",
    .over = "Dies wartet nicht mehr: Ein neueres Wort trat an seine Stelle, oder es wurde "
            "zurückgenommen.",
    .unknown = "Dieser Link ist nicht vollständig. Bitte kopieren Sie ihn ganz aus der E-Mail."};

PageTexts const& page_texts_in(words::Language language)
{
    switch (language) {
    case words::Language::en: return english;
    case words::Language::de: return german;
    }
    return english;
}

PageTexts const& texts_for(accounts::ResolvedBrand const& brand)
{
    return page_texts_in(words::language_of(brand.language));
}

// His brand says in which language; nobody knows his zone.
Reader reader_of(accounts::ResolvedBrand const& brand)
{
    return {.language = words::language_of(brand.language), .zone = "Etc/UTC"};
}

std::string
page_of(accounts::ResolvedBrand const& brand, std::string_view heading, std::string body)
{
    return html_page(
        heading, {.language = texts_for(brand).tag,
                  .title = fmt::format("{} · {}", heading, brand.name),
                  .band = band_of(brand),
                  .accent = brand.accent.value_or(std::string{quiet}),
                  .body = std::move(body)});
}

constexpr std::string_view field_style =
    "display:block;width:100%;box-sizing:border-box;margin-top:4px;padding:8px;font:inherit;"
    "color:inherit;background:transparent;border:1px solid #868d98;border-radius:4px";

// Beside the field that it is about.
std::string refusal(HeldForm const& form, std::string_view field, std::string_view says)
{
    if (form.refused != field)
        return {};
    return fmt::format(
        "<p role=\"alert\" style=\"{}\"><strong>{}</strong></p>\n", html_paragraph_style,
        html_text(says));
}

std::string when_it_goes(HeldForm const& form, PageTexts const& texts, Reader const& reader)
{
    auto const at = form.hold.releases_at.value_or(form.hold.expires_at);
    return fmt::format(
        fmt::runtime(form.hold.releases_at ? texts.by_itself : texts.never),
        fmt::arg("time", words::full_moment(at, reader)));
}

// What his customers read above the text and below it: services, state, outlook and times.
std::string facts_of(HeldForm const& form, Reader const& reader)
{
    auto facts = first_line(form.words, form.said_at, reader);
    for (auto const& row : times_of(form.words, reader))
        facts += fmt::format("\n{}: {}", row.label, row.words);
    return facts;
}

}  // namespace

std::string held_form(accounts::ResolvedBrand const& brand, HeldForm const& form)
{
    auto const& texts = texts_for(brand);
    auto const reader = reader_of(brand);
    auto question = std::string{texts.question};
    if (form.words.has_page.value_or(false))
        question += fmt::format(" {}", texts.on_page);
    auto body = html_paragraphs(question) + html_paragraphs(facts_of(form, reader));
    body += fmt::format(
        "<form method=\"post\">\n<p style=\"{}\"><label>{}\n<input name=\"title\" required "
        "maxlength=\"200\" dir=\"auto\" value=\"{}\" style=\"{}\"></label></p>\n{}",
        html_paragraph_style, texts.headline, html_text(form.title), field_style,
        refusal(form, "title", texts.wrong_title));
    body += fmt::format(
        "<p style=\"{}\"><label>{}\n<textarea name=\"text\" required rows=\"10\" dir=\"auto\" "
        "style=\"{}\">\n{}</textarea></label></p>\n{}",
        html_paragraph_style, texts.text, field_style, html_text(form.text),
        refusal(form, "text", texts.wrong_text));
    body += fmt::format(
        "<p style=\"{}\"><button style=\"font-size:16px;padding:8px 16px\">{}</button></p>\n"
        "</form>\n",
        html_paragraph_style, texts.button);
    return page_of(brand, texts.title, body + html_paragraphs(when_it_goes(form, texts, reader)));
}

std::string released_page(accounts::ResolvedBrand const& brand)
{
    auto const& texts = texts_for(brand);
    return page_of(brand, texts.done_title, html_paragraphs(texts.done));
}

std::string over_page(accounts::ResolvedBrand const& brand, store::Hold const& hold)
{
    auto const& texts = texts_for(brand);
    // By itself: one that was overtaken may be as late.
    bool const is_expired = hold.ended_at && *hold.ended_at >= hold.expires_at &&
                            hold.ended_by == Actor::system().text();
    auto says = std::string{is_expired ? texts.expired : texts.over};
    if (hold.released_at)
        says = fmt::format(
            fmt::runtime(texts.released),
            fmt::arg("time", words::full_moment(*hold.released_at, reader_of(brand))));
    return page_of(brand, texts.over_title, html_paragraphs(says));
}

std::string unknown_held_link(accounts::ResolvedBrand const& brand)
{
    auto const& texts = texts_for(brand);
    return page_of(brand, texts.title, html_paragraphs(texts.unknown));
}

}  // namespace tellfirst::notify
