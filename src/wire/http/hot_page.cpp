#include "wire/http/hot_page.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "wire/http/compress.hpp"
#include "wire/http/head.hpp"

namespace tellfirst::http {
namespace {

// 64 bits: two versions of one page never meet by chance.
constexpr std::size_t tag_letters = 16;

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
        .head = write_head(200, headers),
        .not_modified = std::move(not_modified),
        .body = std::move(body)};
}

// "gzip;q=0.5" accepts gzip, "gzip;q=0" does not. Other qualities are not weighed.
[[nodiscard]] bool accepts(std::string_view accepted, std::string_view encoding)
{
    for (auto const part : split(accepted, ',')) {
        auto const words = split(part, ';');
        if (ascii_lower(trim(words.front())) != encoding)
            continue;
        auto const quality = words.size() > 1 ? ascii_lower(trim(words[1])) : "q=1";
        return quality.find_first_not_of("0.", quality.find('=') + 1) != std::string::npos;
    }
    return false;
}

}  // namespace

std::string tag_of(PageText const& text)
{
    return to_hex(sha256(text.type + '\n' + text.body)).substr(0, tag_letters);
}

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
    for (auto part : split(if_none_match, ',')) {
        part = trim(part);
        if (part == "*")
            return true;
        if (part.starts_with("W/"))
            part.remove_prefix(2);
        if (part.size() < 2 || part.front() != '"' || part.back() != '"')
            continue;
        auto const tag = part.substr(1, part.size() - 2);
        if (tag == page.tag || tag == page.tag + "-gzip" || tag == page.tag + "-br")
            return true;
    }
    return false;
}

}  // namespace tellfirst::http
