#include "accounts/accounts.hpp"
#include "notify/bounces/bounce_routes.hpp"
#include "notify/fanout/fanout_routes.hpp"
#include "notify/html.hpp"
#include "notify/notify.hpp"
#include "notify/seal.hpp"
#include "notify/texts.hpp"
#include "wire/http/table.hpp"

#include <fmt/format.h>

// Unsubscribe links, and what the parts of the room have. Scanners of mail follow every link, so
// GET only asks; the mail programs' own button and the page's button POST (RFC 8058): no sign-in,
// no cookie, no redirect.
namespace tellfirst::notify {
namespace {

// The bar of a page whose brand has no colour.
constexpr std::string_view quiet = "#3b6fd4";

std::string_view topic_words(accounts::Topic topic, Texts const& texts)
{
    switch (topic) {
    case accounts::Topic::planned: return texts.planned;
    case accounts::Topic::unplanned: return texts.unplanned;
    case accounts::Topic::recovery: return texts.recovery;
    case accounts::Topic::news: return texts.news;
    case accounts::Topic::tickets: return texts.tickets;
    }
    return texts.news;
}

// In the name of who wrote the mail.
http::Reply page_of(Texts const& texts, accounts::ResolvedBrand const& brand, std::string_view body)
{
    return http::page(
        200, html_page(
                 texts.stop, {.language = texts.tag,
                              .title = fmt::format("{} · {}", texts.stop, brand.name),
                              .band = band_of(brand),
                              .accent = brand.accent.value_or(std::string{quiet}),
                              .body = std::string{body}}));
}

std::string_view token_of(http::Request const& request)
{
    auto const found = request.names.find("token");
    return found == request.names.end() ? std::string_view{} : std::string_view{found->second};
}

struct Asked {
    seal::Unsubscribe wish;
    Texts const& texts;
    accounts::ResolvedBrand brand;
    std::string own;  // where he chooses more than this
};

// Nothing where the token is none of ours; then we do not know the reader's language either.
std::optional<Asked> asked_by(http::Request const& request, Call& call)
{
    auto const wish = seal::read_unsubscribe_token(call.settings.secret, token_of(request));
    if (!wish)
        return std::nullopt;
    auto const contact = accounts::find_contact(call.tx, wish->contact);
    return Asked{
        .wish = *wish,
        .texts = texts_in(words::language_of(contact ? contact->language : "en")),
        .brand = accounts::brand_of(call, wish->contact),
        .own = accounts::own_path(call.settings.secret, wish->contact)};
}

// In the name of the host that was asked: nobody knows more of who asks.
http::Reply unknown_link(http::Request const& request, Call& call)
{
    auto const at = accounts::brand_of_host(call.tx, request.header("host"));
    auto const brand = accounts::resolved_brand(call, at.id);
    auto const& texts = texts_in(words::language_of(brand.language));
    auto reply = page_of(texts, brand, html_paragraphs(texts.stop_unknown));
    reply.status = 404;
    return reply;
}

std::string about_topic(std::string_view sentence, Asked const& asked)
{
    return html_paragraphs(fmt::format(
        fmt::runtime(sentence), fmt::arg("topic", topic_words(asked.wish.topic, asked.texts))));
}

std::string way_to_choices(Asked const& asked)
{
    return fmt::format(
        "<p style=\"{}\"><a href=\"{}\">{}</a></p>\n", html_paragraph_style, asked.own,
        asked.texts.preferences);
}

Result<http::Reply> ask(http::Request const& request, Call& call)
{
    auto const asked = asked_by(request, call);
    if (!asked)
        return unknown_link(request, call);
    return page_of(
        asked->texts, asked->brand,
        about_topic(asked->texts.stop_question, *asked) +
            fmt::format(
                "<form method=\"post\"><button style=\"font-size:16px;padding:8px 16px\">{}"
                "</button></form>\n",
                asked->texts.stop_button) +
            way_to_choices(*asked));
}

Result<http::Reply> act(http::Request const& request, Call& call)
{
    auto const asked = asked_by(request, call);
    if (!asked)
        return unknown_link(request, call);
    auto const done = unsubscribe(call, token_of(request));
    if (!done)
        return done.error();
    return page_of(
        asked->texts, asked->brand,
        about_topic(asked->texts.stopped, *asked) + way_to_choices(*asked));
}

}  // namespace

void add_routes(http::Table& table)
{
    table.get("/u/{token}", Right::anyone, ask)
        .says("The page behind an unsubscribe link; asks before anything changes.");
    table.post("/u/{token}", Right::anyone, act)
        .says("Unsubscribes a contact from one topic (RFC 8058); may be repeated.");
    add_fanout_routes(table);
    add_bounce_routes(table);
    add_hold_routes(table);
    add_copy_routes(table);
    add_log_routes(table);
    add_news_routes(table);
}

}  // namespace tellfirst::notify
