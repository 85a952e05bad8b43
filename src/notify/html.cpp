#include "notify/html.hpp"

#include "kernel/text.hpp"
#include "wire/mime/compose.hpp"
#include "wire/words/markdown.hpp"

#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

// Pieces between which the values stand: braces mean something to CSS, to fmt and to slots.
constexpr std::string_view head = R"html(<!DOCTYPE html>
<html lang="{}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{}</title>)html";

constexpr std::string_view style = R"html(
<style>
:root { color-scheme: light dark }
a { color: #1f4ea8 }
@media (prefers-color-scheme: dark) {
  .page { background: #16181d !important }
  .card { background: #22252c !important; color: #f2f3f5 !important }
  .foot { color: #a9b0bb !important }
  a { color: #8ab8ff !important }
}
</style>
</head>)html";

constexpr std::string_view card = R"html(
<body class="page" style="margin:0;padding:0;background:#f2f3f5">
{}<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f3f5">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;color:#1c1f24;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
{}<tr><td style="height:6px;line-height:6px;font-size:0;background:{}">&nbsp;</td></tr>
<tr><td style="padding:24px 24px 8px 24px">
{}</td></tr>
<tr><td class="foot" style="padding:8px 24px 24px 24px;font-size:13px;line-height:20px;color:#5b6370">
{}</td></tr>
</table>
</td></tr>
</table>
{}</body>
</html>
)html";

struct Around {
    std::string_view opens, closes;
};
constexpr Around page_around{.opens = "<main>\n", .closes = "</main>\n"};

// An address becomes a link (that of a sign-in would have to be copied otherwise), without the full
// stop of its sentence.
std::string word_markup(std::string_view word)
{
    if (!word.starts_with("https://") && !word.starts_with("http://"))
        return html_text(word);
    auto const end = word.find_last_not_of(".,;:!?)") + 1;
    return html_link(word.substr(0, end)) + html_text(word.substr(end));
}

std::string line_markup(std::string_view line)
{
    std::vector<std::string> words;
    for (auto const word : split(line, ' '))
        words.push_back(word_markup(word));
    return fmt::format("{}", fmt::join(words, " "));
}

std::string row_of(HtmlBand const& band)
{
    auto const colours =
        band.colour ? fmt::format(";background:{};color:{}", *band.colour, band.text_colour) : "";
    return fmt::format(
        "<tr><td style=\"padding:12px 24px;font-size:18px;line-height:24px;font-weight:600{}\">{}"
        "</td></tr>\n",
        colours, html_text(band.name));
}

std::string shell(HtmlMail const& mail, Around around)
{
    return fmt::format(head, mail.language, html_text(mail.title)) + mime::literal(style) +
           fmt::format(
               card, around.opens, mail.band ? row_of(*mail.band) : "", mail.accent, mail.body,
               mail.foot, around.closes);
}

}  // namespace

std::string html_text(std::string_view text)
{
    return mime::literal(escape_html(text));
}

std::string html_paragraphs(std::string_view text)
{
    std::string markup;
    std::string paragraph;
    auto const end_paragraph = [&] {
        if (!paragraph.empty())
            markup += fmt::format("<p style=\"{}\">{}</p>\n", html_paragraph_style, paragraph);
        paragraph.clear();
    };
    for (auto line : split(text, '\n')) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (trim(line).empty()) {
            end_paragraph();
            continue;
        }
        if (!paragraph.empty())
            paragraph += "<br>\n";
        paragraph += line_markup(line);
    }
    end_paragraph();
    return markup;
}

std::string html_markdown(std::string_view text)
{
    constexpr std::string_view bare = "<p>";  // of a paragraph: one that somebody wrote is escaped
    auto const markup = mime::literal(words::markdown_to_html(text));
    std::string styled;
    for (std::size_t from = 0;;) {
        auto const at = markup.find(bare, from);
        styled += markup.substr(from, at - from);
        if (at == markup.npos)
            return styled;
        styled += fmt::format("<p style=\"{}\">", html_paragraph_style);
        from = at + bare.size();
    }
}

std::string html_link(std::string_view url)
{
    if (!words::is_safe_link(url))
        return html_text(url);
    return fmt::format("<a href=\"{0}\">{0}</a>", html_text(url));
}

std::string html_mail(HtmlMail const& mail)
{
    return shell(mail, {});
}

std::string html_page(std::string_view heading, HtmlMail page)
{
    page.body = fmt::format(
        "<h1 style=\"margin:0 0 16px 0;font-size:22px;line-height:28px\">{}</h1>\n{}",
        html_text(heading), page.body);
    return shell(page, page_around);
}

}  // namespace tellfirst::notify
