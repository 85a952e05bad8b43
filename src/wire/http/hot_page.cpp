#include "wire/http/hot_page.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "wire/http/compress.hpp"
#include "wire/http/head.hpp"

namespace tellfirst::http {
namespace {

// 64 bits: two versions of one page never meet by chance.
constexpr std::size_t tag_letters = 16;

[[nodiscard]] std::string tag_of(PageText const& text)
{
    return to_hex(sha256(text.type + '\n' + text.body)).substr(0, tag_letters);
}

[[nodiscard]] HotPage::Form
make_form(PageText const& text, std::string const& tag, std::string_view encoding, std::string body)
{
    auto headers = safe_headers(text.type, text.headers);
    headers.emplace_back("etag", '"' + tag + '"');
    headers.emplace_back("vary", "accept-encoding");
    auto not_modified = write_head(304, headers);
    if (!encoding.empty())
        headers.emplace_back("content-encoding", encoding);
    headers.emplace_back("content-length", std::to_string(body.size()));
    return {
        .head = write_head(text.status, headers),
        .not_modified = std::move(not_modified),
        .body = std::move(body)};
}

// Takes the text up to the next separator off the front. Both of the lists below are read for each
// page that is sent, so nothing is copied.
[[nodiscard]] std::string_view take_part(std::string_view& rest, char separator)
{
    auto const end = std::min(rest.find(separator), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trim(part);
}

[[nodiscard]] bool is_same_word(std::string_view a, std::string_view lower)
{
    return std::ranges::equal(a, lower, [](char given, char wanted) {
        return (given >= 'A' && given <= 'Z' ? given - 'A' + 'a' : given) == wanted;
    });
}

// "gzip;q=0.5" accepts gzip, "gzip;q=0" does not. Other qualities are not weighed.
[[nodiscard]] bool accepts(std::string_view accepted, std::string_view encoding)
{
    while (!accepted.empty()) {
        auto part = take_part(accepted, ',');
        if (!is_same_word(take_part(part, ';'), encoding))
            continue;
        auto const quality = take_part(part, ';');
        return quality.empty() ||
               quality.find_first_not_of("0.", quality.find('=') + 1) != std::string_view::npos;
    }
    return false;
}

[[nodiscard]] bool is_tag_of(HotPage const& page, std::string_view tag)
{
    if (!tag.starts_with(page.tag))
        return false;
    tag.remove_prefix(page.tag.size());
    return tag.empty() || tag == "-gzip" || tag == "-br";
}

}  // namespace

std::shared_ptr<HotPage const> make_hot_page(PageText const& text)
{
    auto const if_shorter = [&](std::string packed) {
        return packed.size() < text.body.size() ? std::move(packed) : "";
    };
    return make_hot_page(
        text, {.gzip = if_shorter(gzip(text.body)), .brotli = if_shorter(brotli(text.body))});
}

std::shared_ptr<HotPage const> make_hot_page(PageText const& text, Compressed compressed)
{
    auto page = std::make_shared<HotPage>();
    page->status = text.status;
    page->tag = tag_of(text);
    if (!compressed.gzip.empty())
        page->gzip = make_form(text, page->tag + "-gzip", "gzip", std::move(compressed.gzip));
    if (!compressed.brotli.empty())
        page->brotli = make_form(text, page->tag + "-br", "br", std::move(compressed.brotli));
    page->identity = make_form(text, page->tag, "", text.body);
    return page;
}

HotPage::Form const& choose_form(HotPage const& page, std::string_view accepted)
{
    if (page.brotli && accepts(accepted, "br"))
        return *page.brotli;
    if (page.gzip && accepts(accepted, "gzip"))
        return *page.gzip;
    return page.identity;
}

bool is_known(HotPage const& page, std::string_view if_none_match)
{
    if (page.status != 200)
        return false;
    while (!if_none_match.empty()) {
        auto part = take_part(if_none_match, ',');
        if (part == "*")
            return true;
        if (part.starts_with("W/"))
            part.remove_prefix(2);
        if (part.size() < 2 || part.front() != '"' || part.back() != '"')
            continue;
        if (is_tag_of(page, part.substr(1, part.size() - 2)))
            return true;
    }
    return false;
}

}  // namespace tellfirst::http
