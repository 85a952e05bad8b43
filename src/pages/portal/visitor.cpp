#include "pages/portal/visitor.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "pages/fill.hpp"
#include "pages/portal/inbox_words.hpp"
#include "pages/portal/log_words.hpp"
#include "pages/portal/portal_words.hpp"
#include "pages/shell.hpp"

namespace tellfirst::pages {

std::optional<Visitor> visitor_of(Call& call, ContactId id)
{
    auto contact = accounts::find_contact(call.tx, id);
    if (!contact)
        return std::nullopt;
    Visitor visitor{.contact = *std::move(contact), .brand = {}};
    if (visitor.contact.account)
        visitor.account = accounts::find_account(call.tx, *visitor.contact.account);
    visitor.brand = accounts::brand_of(call, id);
    return visitor;
}

Reader reader_of(Visitor const& visitor)
{
    return visitor.account ? reader_of(*visitor.account) : Reader{};
}

View view_of(Visitor const& visitor, Instant now)
{
    return {
        .reader =
            {.language = words::language_of(visitor.contact.language),
             .zone = visitor.contact.zone},
        .now = now,
        .root = "/portal"};
}

namespace {

// A line above the page that leads to what he has not read.
std::string banner_of(News const& news, InboxWords const& words)
{
    auto const link = [](std::string_view path, std::string_view text) {
        return fmt::format("<a href=\"{}\">{}</a>", path, escape_html(text));
    };
    auto const count = fmt::format(fmt::runtime(words.not_read), fmt::arg("count", news.unread));
    return fmt::format(
        "<p class=\"news\" role=\"status\">{}{}</p>\n",
        news.says.empty() ? "" : link(news.path, news.says) + " · ", link("/portal/inbox", count));
}

}  // namespace

std::string in_portal(Visitor const& visitor, PortalPage page)
{
    auto const language = words::language_of(visitor.contact.language);
    page.values["words"] = labels_in(language);
    page.values["say"] = portal_labels_in(language);
    page.values["hear"] = inbox_labels_in(language);
    page.values["hand"] = hand_on_labels_in(language);
    page.values["log"] = log_labels_in(language);
    page.values["home"] = "/portal";
    auto const banner =
        visitor.news ? banner_of(*visitor.news, inbox_words_in(language)) : std::string{};
    return in_shell(
        {.language = language,
         .brand = visitor.brand,
         .title = fmt::format("{} · {}", page.title, visitor.brand.name),
         .content = banner + fill(page.text, page.values),
         .signed_in = true});
}

}  // namespace tellfirst::pages
