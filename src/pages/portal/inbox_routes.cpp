#include "pages/portal/inbox_routes.hpp"

#include "pages/portal/inbox_page.hpp"
#include "pages/portal/portal_routes.hpp"
#include "pages/templates.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

constexpr std::string_view script_type = "text/javascript; charset=utf-8";

Result<http::Reply> get_inbox(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    auto const after = request.after<NoticeId>();
    if (!after)
        return after.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto items = notify::inbox(
        call, {.contact = visitor->contact.id, .reader = view_of(*visitor, call.now).reader},
        *after, *limit + 1);
    auto page =
        http::page_of(std::move(items), *limit, [](auto const& item) { return item.id.text(); });
    if (request.path.ends_with(".json"))
        return http::ok(to_json(page));
    return http::page(
        200, render(
                 *visitor,
                 InboxPage{.items = std::move(page.items), .after = page.next, .now = call.now}));
}

Result<http::Reply> read_inbox(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    auto const form = request.form();
    if (!form)
        return form.error();
    auto const found = form->find("until");
    auto const until = found == form->end() ? std::nullopt : NoticeId::parse(found->second);
    if (!until)
        return invalid("input.invalid", "until", "until: " + NoticeId::expectation());
    notify::mark_read(call, visitor->contact.id, *until);
    return http::see_other("/portal/inbox");
}

Problem not_signed_in()
{
    return {
        .kind = Refusal::unauthenticated,
        .code = "portal.not_signed_in",
        .detail = "Sign in at /portal/sign-in first."};
}

Result<http::Reply> tell_browser(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return not_signed_in();
    auto const wish = request.body_as<notify::NewPush>();
    if (!wish)
        return wish.error();
    if (auto const added = notify::add_push(call, visitor->contact.id, *wish); !added)
        return added.error();
    return http::no_content();
}

Result<http::Reply> leave_browser_alone(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return not_signed_in();
    auto const which = request.body_as<notify::PushAddress>();
    if (!which)
        return which.error();
    notify::remove_push(call, visitor->contact.id, which->endpoint);
    return http::no_content();
}

struct OurKey {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(OurKey, (), (key))

auto script(std::string_view const& text)
{
    return [&text](http::Request const&, House&) -> Result<http::Reply> {
        http::Reply reply{.body = std::string{text}, .type = std::string{script_type}};
        // What the worker may do: ask us, and nobody else.
        reply.headers.emplace_back(
            "content-security-policy", "default-src 'none'; connect-src 'self'");
        return reply;
    };
}

}  // namespace

void add_inbox_routes(http::Table& table)
{
    table.get("/portal/inbox", Right::anyone, get_inbox)
        .says("What was announced to a signed-in contact, newest first, with marks on the unread.")
        .asks({"after", "limit"});
    table.get("/portal/inbox.json", Right::anyone, get_inbox)
        .says("The same as JSON.")
        .asks({"after", "limit"})
        .gives<http::Page<notify::InboxItem>>();
    table.post("/portal/inbox/read", Right::anyone, read_inbox)
        .says("Marks everything up to the notice of the form (until) as read.");
    table.post("/portal-api/push", Right::anyone, tell_browser)
        .says("Tells the browser of a signed-in contact what is announced to him.")
        .takes<notify::NewPush>()
        .success = 204;
    table.remove("/portal-api/push", Right::anyone, leave_browser_alone)
        .says("Tells it no more.")
        .takes<notify::PushAddress>()
        .success = 204;
    table
        .work(
            "GET", "/push/key", Right::anyone,
            [](http::Request const&, House& house) -> Result<http::Reply> {
                return http::ok(to_json(OurKey{notify::push_key(house)}));
            })
        .says("By which a browser knows that a message is ours (VAPID).")
        .gives<OurKey>();
    table.work("GET", "/portal/push.js", Right::anyone, script(templates::push_js))
        .says("The switch of the portal by which a browser asks to be told.")
        .gives_text("text/javascript");
    table
        .work(
            "GET", "/portal/service-worker.js", Right::anyone, script(templates::service_worker_js))
        .says("What shows in a browser what it is told.")
        .gives_text("text/javascript");
}

}  // namespace tellfirst::pages
