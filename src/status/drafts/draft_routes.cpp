// What a word looks like before it is said. It is said, looked at, and rolled back: so what is
// shown is what will be sent, and what would be refused is refused here.
#include "status/drafts/draft.hpp"
#include "status/routes.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// What `look(call, about)` sees of a draft that was said; nothing of it stays.
template <class Look>
auto rehearse(
    http::Request const& request, House const& house, Draft const& draft, Look const& look)
    -> Result<std::invoke_result_t<Look, Call&, notify::About const&>>
{
    std::optional<std::invoke_result_t<Look, Call&, notify::About const&>> seen;
    auto const end = house.write(request.actor, [&](Call& call) -> Result<void> {
        seen.reset();
        auto const about = say_draft(call, draft);
        if (!about)
            return about.error();
        seen = look(call, *about);
        return conflict("draft.rehearsed", "Nothing of it stays.");
    });
    if (!seen)
        return end.error();
    return *std::move(seen);
}

Result<http::Reply> post_previews(http::Request const& request, House& house)
{
    auto const draft = request.body_as<Draft>();
    if (!draft)
        return draft.error();
    auto const previews =
        rehearse(request, house, *draft, [&](Call& call, notify::About const& about) {
            return notify::previews_of(house, call, about);
        });
    if (!previews)
        return previews.error();
    return http::ok(to_json(*previews));
}

struct TestSent {
    Email to;
};
BOOST_DESCRIBE_STRUCT(TestSent, (), (to))

Result<http::Reply> post_test(http::Request const& request, House& house)
{
    auto const draft = request.body_as<Draft>();
    if (!draft)
        return draft.error();
    auto const specimen =
        rehearse(request, house, *draft, [&](Call& call, notify::About const& about) {
            return notify::specimen_of(
                call, about, {.brand = draft->brand, .language = draft->language});
        });
    if (!specimen)
        return specimen.error();
    if (!*specimen)
        return conflict("draft.reaches_nobody", "Nobody would get this mail.");
    auto const to = house.write(
        request.actor, [&](Call& call) { return notify::send_specimen(call, **specimen); });
    if (!to)
        return to.error();
    return http::ok(to_json(TestSent{.to = *to}));
}

}  // namespace

void add_draft_routes(http::Table& table)
{
    table.work("POST", "/api/v1/notices/previews", Right::publish_status, post_previews)
        .says("How a word would look to its readers, by brand and language, if it were said now.")
        .takes<Draft>()
        .gives<std::vector<notify::Preview>>();
    table.work("POST", "/api/v1/notices/test-send", Right::publish_status, post_test)
        .says("Sends the mail that a word would become to the person who asks.")
        .takes<Draft>()
        .gives<TestSent>();
}

}  // namespace tellfirst::status
