// The parser is cmark-gfm's; what it found is written by us, by a list of what may be written. So
// nothing passes because somebody forgot to forbid it: a node that the list does not know leaves
// its text and no more.
#include "wire/words/markdown.hpp"

#include "kernel/text.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <fmt/format.h>

#include <array>
#include <memory>

namespace tellfirst::words {
namespace {

// A public word has a few hundred letters. What is longer is shown as it stands.
constexpr std::size_t longest_markdown = 64 * 1024;

using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

Parser make_parser()
{
    // Its own guard is none between threads.
    [[maybe_unused]] static bool const registered =
        (cmark_gfm_core_extensions_ensure_registered(), true);
    Parser parser{cmark_parser_new(CMARK_OPT_VALIDATE_UTF8), &cmark_parser_free};
    for (char const* const name : {"autolink", "strikethrough"})
        if (auto* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    return parser;
}

std::string_view text_or_none(char const* text)
{
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

// In a list without empty lines a paragraph is only its text.
bool is_tight(cmark_node* paragraph)
{
    auto* const item = cmark_node_parent(paragraph);
    auto* const list = item == nullptr ? nullptr : cmark_node_parent(item);
    return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list) != 0;
}

std::string list_tag(cmark_node* list)
{
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? "ol" : "ul";
}

std::string open_link(cmark_node* link)
{
    auto const url = text_or_none(cmark_node_get_url(link));
    if (!is_safe_link(url))
        return {};
    return fmt::format(R"(<a href="{}" rel="nofollow noopener">)", escape_html(url));
}

// What stands around other nodes.
std::string container(cmark_node* node, bool opens)
{
    auto const tags = [opens](std::string_view name) {
        return fmt::format("<{}{}>", opens ? "" : "/", name);
    };
    auto const type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH)
        return is_tight(node) ? "" : tags("p");
    if (type == CMARK_NODE_HEADING)  // the page has headings of its own
        return opens ? "<p><strong>" : "</strong></p>";
    if (type == CMARK_NODE_BLOCK_QUOTE)
        return tags("blockquote");
    if (type == CMARK_NODE_LIST)
        return tags(list_tag(node));
    if (type == CMARK_NODE_ITEM)
        return tags("li");
    if (type == CMARK_NODE_EMPH)
        return tags("em");
    if (type == CMARK_NODE_STRONG)
        return tags("strong");
    if (type == CMARK_NODE_LINK)
        return opens ? open_link(node) : is_safe_link(cmark_node_get_url(node)) ? "</a>" : "";
    if (text_or_none(cmark_node_get_type_string(node)) == "strikethrough")
        return tags("del");
    return {};
}

std::string leaf(cmark_node* node)
{
    auto const type = cmark_node_get_type(node);
    auto text = text_or_none(cmark_node_get_literal(node));
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    auto const literal = escape_html(text);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        return "<br>";
    if (type == CMARK_NODE_THEMATIC_BREAK)
        return "<hr>";
    if (type == CMARK_NODE_CODE)
        return "<code>" + literal + "</code>";
    if (type == CMARK_NODE_CODE_BLOCK)
        return "<pre><code>" + literal + "</code></pre>";
    if (type == CMARK_NODE_HTML_BLOCK)
        return "<p>" + literal + "</p>";
    return literal;
}

bool is_leaf(cmark_node* node)
{
    constexpr std::array leaves{
        CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,  CMARK_NODE_LINEBREAK,  CMARK_NODE_THEMATIC_BREAK,
        CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE};
    for (auto const type : leaves)
        if (cmark_node_get_type(node) == type)
            return true;
    return false;
}

std::string write(cmark_node* document)
{
    std::string html;
    Iterator const iterator{cmark_iter_new(document), &cmark_iter_free};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        auto* const node = cmark_iter_get_node(iterator.get());
        html += is_leaf(node) ? leaf(node) : container(node, event == CMARK_EVENT_ENTER);
    }
    return html;
}

std::string as_it_stands(std::string_view text)
{
    return "<p>" + escape_html(text) + "</p>";
}

}  // namespace

bool is_safe_link(std::string_view url)
{
    auto const lower = ascii_lower(url.substr(0, 8));
    auto const begins = [&](std::string_view scheme) { return lower.starts_with(scheme); };
    return begins("https://") || begins("http://") || begins("mailto:");
}

std::string markdown_to_html(std::string_view text)
{
    if (text.size() > longest_markdown)
        return as_it_stands(text);
    auto const parser = make_parser();
    cmark_parser_feed(parser.get(), text.data(), text.size());
    Node const document{cmark_parser_finish(parser.get()), &cmark_node_free};
    return document ? write(document.get()) : as_it_stands(text);
}

}  // namespace tellfirst::words
