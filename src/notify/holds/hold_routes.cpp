#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/holds/hold.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/html.hpp"
#include "notify/known.hpp"
#include "notify/seal.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"
#include "wire/http/urls.hpp"
#include "wire/words/moments.hpp"

// What we see and change of holds, and the page behind the link in a partner's mail: who has the
// link may release that one word, without a sign-in. GET only shows it, since scanners of mail
// follow every link.
namespace tellfirst::notify {
namespace {

using http::Reply;
using http::Request;

constexpr std::string_view quiet = "#3b6fd4";  // where a brand has no colour

struct PageTexts {
    std::string_view tag;
    std::string_view title;
    std::string_view question;  // above the text
    std::string_view button;
    std::string_view done;
    std::string_view over;
    std::string_view unknown;
};

constexpr PageTexts english{
    .tag = "en",
    .title = "Held for you",
    .question = "Your customers hear this when you release it. You may change the text before.",
    .button = "Release",
    .done = "It is on its way to your customers.",
    .over = "This is not held any more: it went already, or a later word took its place.",
    .unknown = "This link is not complete. Please copy all of it from the mail."};

constexpr PageTexts german{
    .tag = "de",
    .title = "Wartet auf Ihre Freigabe",
    .question =
        "Ihre Kunden erhalten dies, sobald Sie es freigeben. Den Text k\u00f6nnen Sie vorher "
        "\u00e4ndern.",
    .button = "Freigeben",
    .done = "Es ist unterwegs zu Ihren Kunden.",
    .over = "Dies wartet nicht mehr: Es ging schon hinaus, oder ein neueres Wort trat an seine "
            "Stelle.",
    .unknown =
        "Dieser Link ist nicht vollst\u00e4ndig. Bitte kopieren Sie ihn ganz aus der E-Mail."};

PageTexts const& texts_in(words::Language language)
{
    switch (language) {
    case words::Language::en: return english;
    case words::Language::de: return german;
    }
    return english;
}

// What a link asks for, in the name and language of its brand.
struct Asked {
    HoldKey key;
    accounts::ResolvedBrand brand;
    PageTexts const& texts;
    Announcement words;
};

std::optional<Asked> asked_by(Request const& request, Call& call)
{
    auto const found = request.names.find("token");
    auto const held = seal::read_release_token(
        call.settings.secret, found == request.names.end() ? "" : found->second);
    auto const notice = held ? store::find_notice(call.tx, held->notice) : std::nullopt;
    if (!notice)
        return std::nullopt;
    auto brand = accounts::resolved_brand(call, held->brand);
    auto const& texts = texts_in(words::language_of(brand.language));
    return Asked{
        .key = {.brand = held->brand, .notice = held->notice},
        .brand = std::move(brand),
        .texts = texts,
        .words = known_to(notice->body_as<Announcement>(), {})};
}

Reply shown(Asked const& asked, int status, std::string body)
{
    return http::page(
        status, html_mail(
                    {.language = asked.texts.tag,
                     .title = fmt::format("{} · {}", asked.texts.title, asked.brand.name),
                     .band = band_of(asked.brand),
                     .accent = asked.brand.accent.value_or(std::string{quiet}),
                     .body = std::move(body)}));
}

Reply unknown_link()
{
    return http::page(
        404, html_mail(
                 {.language = english.tag,
                  .title = std::string{english.title},
                  .accent = std::string{quiet},
                  .body = html_paragraphs(english.unknown)}));
}

Result<Reply> get_page(Request const& request, Call& call)
{
    auto const asked = asked_by(request, call);
    if (!asked)
        return unknown_link();
    if (store::count_held(call.tx, asked->key) == 0)
        return shown(*asked, 200, html_paragraphs(asked->texts.over));
    return shown(
        *asked, 200,
        fmt::format(
            "<p style=\"{}\">{}</p>\n<p style=\"{}\"><strong>{}</strong></p>\n"
            "<form method=\"post\"><textarea name=\"text\" rows=\"10\" aria-label=\"{}\" "
            "style=\"width:100%;box-sizing:border-box;font:inherit\">\n{}</textarea>\n"
            "<p><button style=\"font-size:16px;padding:8px 16px\">{}</button></p></form>\n",
            html_paragraph_style, html_text(asked->texts.question), html_paragraph_style,
            html_text(asked->words.title), html_text(asked->texts.title),
            html_text(asked->words.text), asked->texts.button));
}

// A browser sends each line end as CR LF.
std::string as_we_write(std::string text)
{
    std::erase(text, '\r');
    return std::string{trim(text)};
}

Result<Reply> post_page(Request const& request, Call& call)
{
    auto const asked = asked_by(request, call);
    if (!asked)
        return unknown_link();
    auto const form = http::parse_form(request.body);
    if (!form)
        return Problem{.kind = Refusal::malformed, .code = "http.bad_form"};
    auto const field = form->find("text");
    Release wish;
    if (field != form->end())
        if (auto text = as_we_write(field->second);
            !text.empty() && text != as_we_write(asked->words.text))
            wish.text = std::move(text);
    auto const released = release(call, asked->key, wish);
    if (!released && released.error().code != "notice.not_held")
        return released.error();
    return shown(*asked, 200, html_paragraphs(released ? asked->texts.done : asked->texts.over));
}

Result<Reply> get_forwards(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    if (!accounts::find_brand(call.tx, asked->id))
        return not_found("brand");
    return http::ok(to_json(forwards_of(call.tx, asked->id)));
}

Result<Reply> put_forwards(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId, NewForwards>(request, "brand");
    if (!asked)
        return asked.error();
    return http::reply_ok(change_forwards(call, asked->id, asked->wish));
}

Result<Reply> get_held(Request const& request, Call& call)
{
    auto const asked = http::asked_of<BrandId>(request, "brand");
    if (!asked)
        return asked.error();
    return http::list<NoticeId>(
        request, [&](auto after, int most) { return held_for(call.tx, asked->id, after, most); });
}

Result<Reply> post_release(Request const& request, Call& call)
{
    auto const brand = request.id<BrandId>("brand");
    if (!brand)
        return brand.error();
    auto const notice = request.id<NoticeId>("notice", "notice");
    if (!notice)
        return notice.error();
    auto const wish = request.body_as<Release>();
    if (!wish)
        return wish.error();
    return http::reply_ok(release(call, {.brand = *brand, .notice = *notice}, *wish));
}

}  // namespace

void add_hold_routes(http::Table& table)
{
    table.get("/api/v1/brands/{id}/forwards", Right::read_accounts, get_forwards)
        .says("Whether a brand's readers hear of announcements at once, or when they are released.")
        .gives<Forwards>();
    table.put("/api/v1/brands/{id}/forwards", Right::write_accounts, put_forwards)
        .says("Holds announcements for a brand until they are released, or no longer does.")
        .takes<NewForwards>()
        .gives<Forwards>();
    table.get("/api/v1/brands/{id}/held", Right::publish_status, get_held)
        .says("Announcements that wait for their release to a brand's readers, oldest first.")
        .asks({"after", "limit"})
        .gives<http::Page<HeldNotice>>();
    table.post("/api/v1/brands/{id}/held/{notice}/release", Right::publish_status, post_release)
        .says("Lets an announcement go to a brand's readers, with another text where one is given.")
        .takes<Release>()
        .gives<HeldNotice>();
    table.get("/held/{token}", Right::anyone, get_page)
        .says("The page behind the link in a partner's mail; shows what is held.");
    table.post("/held/{token}", Right::anyone, post_page)
        .says("Releases what is held, with the text of the form.");
}

}  // namespace tellfirst::notify
