#include "notify/bounces/bounce_routes.hpp"

#include "notify/bounces/bounces.hpp"
#include "notify/bounces/suppress.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

Result<http::Reply> get_bounces(http::Request const& request, Call& call)
{
    auto const outcome = request.parameter_as<BounceOutcome>("outcome");
    if (!outcome)
        return outcome.error();
    return http::list<MailId>(
        request, [&](auto after, int most) { return bounces(call.tx, *outcome, after, most); });
}

Result<http::Reply> get_bounce(http::Request const& request, Call& call)
{
    auto const id = request.id<MailId>("bounce");
    if (!id)
        return id.error();
    auto const bounce = find_bounce(call.tx, *id);
    if (!bounce)
        return not_found("bounce");
    return http::ok(to_json(*bounce));
}

Result<http::Reply> post_seen(http::Request const& request, Call& call)
{
    auto const id = request.id<MailId>("bounce");
    if (!id)
        return id.error();
    auto const bounce = see_bounce(call, *id);
    if (!bounce)
        return bounce.error();
    return http::ok(to_json(*bounce));
}

Result<http::Reply> get_suppressions(http::Request const& request, Call& call)
{
    return http::list<SuppressionId>(
        request, [&](auto after, int most) { return suppressions(call.tx, after, most); });
}

Result<http::Reply> post_suppression(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewSuppression>();
    if (!wish)
        return wish.error();
    return http::reply_ok(suppress_by_hand(call, *wish));
}

Result<http::Reply> delete_suppression(http::Request const& request, Call& call)
{
    auto const id = request.id<SuppressionId>("suppression");
    if (!id)
        return id.error();
    auto const lifted = lift_suppression(call, *id);
    if (!lifted)
        return lifted.error();
    return http::ok(to_json(*lifted));
}

}  // namespace

void add_bounce_routes(http::Table& table)
{
    table.get("/api/v1/bounces", Right::read_proof, get_bounces)
        .says("What came back of our mail, by what became of it, newest first.")
        .asks({"outcome", "after", "limit"})
        .gives<http::Page<Bounce>>();
    table.get("/api/v1/bounces/{id}", Right::read_proof, get_bounce)
        .says("One mail that came back, with its text.")
        .gives<BounceInFull>();
    table.post("/api/v1/bounces/{id}/seen", Right::write_accounts, post_seen)
        .says("A person has looked at a bounce that nobody could attribute; may be repeated.")
        .gives<Bounce>();
    table.get("/api/v1/suppressions", Right::read_proof, get_suppressions)
        .says("Addresses to which announcements do not go, with the reason, newest first.")
        .asks({"after", "limit"})
        .gives<http::Page<Suppression>>();
    table.post("/api/v1/suppressions", Right::write_accounts, post_suppression)
        .says(
            "Puts an address on the list, of one topic or all, in one brand's name or any; may be "
            "repeated.")
        .takes<NewSuppression>()
        .gives<Suppression>();
    table.remove("/api/v1/suppressions/{id}", Right::write_accounts, delete_suppression)
        .says("Takes an address off the list: from the next one on, announcements go there again.")
        .gives<Suppression>();
}

}  // namespace tellfirst::notify
