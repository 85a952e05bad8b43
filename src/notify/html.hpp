#pragma once
// The HTML twin of a mail. One shell, written by hand: a table of 600 px, styles on the elements,
// light and dark, no image and nothing else to fetch, so that it looks the same with everything
// blocked and tells nobody that it was opened. So a brand shows its name and colour, not its logo.
//
// It stands in the program and not in a file: a mail must leave when the disk is in trouble, and
// the words around it are the ones that the tests have seen.
#include "accounts/types.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::notify {

// A brand's name above all else, on its colour where it has one.
struct HtmlBand {
    std::string name;  // plain text
    std::optional<std::string> colour = {};
    std::string text_colour = {};  // read on that
};

[[nodiscard]] inline HtmlBand band_of(accounts::ResolvedBrand const& brand)
{
    return {.name = brand.name, .colour = brand.accent, .text_colour = brand.accent_text};
}

struct HtmlMail {
    std::string_view language = "en";
    std::string title;  // of the document; plain text
    std::optional<HtmlBand> band = {};
    std::string accent;     // colour of the bar on top
    std::string body = {};  // markup
    std::string foot = {};  // markup, small
};

// Slots ({{name}}) in the markup stay slots.
[[nodiscard]] std::string html_mail(HtmlMail const& mail);

// The same shell as a page of ours behind a link in a mail: with a heading, and as one landmark, by
// which those find their way who hear it read.
[[nodiscard]] std::string html_page(std::string_view heading, HtmlMail page);

// Plain text as paragraphs: an empty line ends one, other line ends stay, an address is a link.
// Escaped, and no slots.
[[nodiscard]] std::string html_paragraphs(std::string_view text);

// What a person wrote with Markdown, as the pages show it, and no slots.
[[nodiscard]] std::string html_markdown(std::string_view text);

// An address as a link, or as plain text where it is none that may be followed.
[[nodiscard]] std::string html_link(std::string_view url);

// Plain text as it stands between tags. Escaped, and no slots.
[[nodiscard]] std::string html_text(std::string_view text);

inline constexpr std::string_view html_paragraph_style =
    "margin:0 0 16px 0;font-size:16px;line-height:24px";

}  // namespace tellfirst::notify
