#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/holds/held_page.hpp"
#include "notify/holds/hold.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/known.hpp"
#include "notify/seal.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"
#include "wire/http/urls.hpp"

// What we see and change of holds, and the page behind the link in a partner's mail: who has the
// link may release that one word, without a sign-in. GET only shows it, since scanners of mail
// follow every link.
namespace tellfirst::notify {
namespace {

using http::Reply;
using http::Request;

// What a link asks for, in the name of its brand.
struct Asked {
    HoldKey key;
    accounts::ResolvedBrand brand;
    HeldForm form;
};

std::optional<Asked> asked_by(Request const& request, Call& call)
{
    auto const found = request.names.find("token");
    auto const held = seal::read_release_token(
        call.settings.secret, found == request.names.end() ? "" : found->second);
    if (!held)
        return std::nullopt;
    HoldKey const key{.brand = held->brand, .notice = held->notice};
    auto const notice = store::find_notice(call.tx, key.notice);
    auto const hold = store::find_hold(call.tx, key);
    if (!notice || !hold)
        return std::nullopt;
    auto words = known_to(notice->body_as<Announcement>(), {});
    return Asked{
        .key = key,
        .brand = accounts::resolved_brand(call, key.brand),
        .form = {
            .hold = *hold,
            .words = words,
            .said_at = notice->at,
            .title = std::move(words.title),
            .text = std::move(words.text)}};
}

Reply unknown_link(Request const& request, Call& call)
{
    auto const brand = accounts::brand_of_host(call.tx, request.header("host"));
    return http::page(404, unknown_held_link(accounts::resolved_brand(call, brand.id)));
}

Result<Reply> get_page(Request const& request, Call& call)
{
    auto const asked = asked_by(request, call);
    if (!asked)
        return unknown_link(request, call);
    bool const is_held = store::count_held(call.tx, asked->key) > 0;
    return http::page(
        200,
        is_held ? held_form(asked->brand, asked->form) : over_page(asked->brand, asked->form.hold));
}

// A browser sends each line end as CR LF.
std::string as_we_write(std::string text)
{
    std::erase(text, '\r');
    return std::string{trim(text)};
}

// Nothing where it stands there as we wrote it. `shown` becomes what was typed.
std::optional<std::string>
typed(http::Form const& form, std::string const& field, std::string& shown)
{
    auto const found = form.find(field);
    if (found == form.end())
        return std::nullopt;
    auto text = as_we_write(found->second);
    if (text == as_we_write(shown))
        return std::nullopt;
    shown = text;
    return text;
}

Result<Reply> post_page(Request const& request, Call& call)
{
    auto asked = asked_by(request, call);
    if (!asked)
        return unknown_link(request, call);
    auto const form = http::parse_form(request.body);
    if (!form)
        return Problem{.kind = Refusal::malformed, .code = "http.bad_form"};
    Release const wish{
        .title = typed(*form, "title", asked->form.title),
        .text = typed(*form, "text", asked->form.text)};
    auto const released = release(call, asked->key, wish);
    if (released)
        return http::page(200, released_page(asked->brand));
    if (released.error().kind != Refusal::invalid)
        return http::page(200, over_page(asked->brand, asked->form.hold));
    asked->form.refused = released.error().field;
    return http::page(422, held_form(asked->brand, asked->form));
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
        .says("Lets an announcement go to a brand's readers, with another title or text where one "
              "is given.")
        .takes<Release>()
        .gives<HeldNotice>();
    table.get("/held/{token}", Right::anyone, get_page)
        .says("The page behind the link in a partner's mail; shows what is held.");
    table.post("/held/{token}", Right::anyone, post_page)
        .says("Releases what is held, with the title and text of the form.");
}

}  // namespace tellfirst::notify
