// What was sent to a contact, as he finds it in the portal.
#include "pages/portal/log_routes.hpp"

#include "pages/portal/signed_in.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using pages::sample::SignedIn;

namespace {

void end_all(support::World& world, std::string_view state, std::string_view reason)
{
    world.write([&](Call& call) {
        call.tx.run(
            "UPDATE notify_deliveries SET state = :state, reason = :reason, at = :at",
            {{"state", state}, {"reason", reason}, {"at", call.now}});
    });
}

}  // namespace

TEST_CASE("GET /portal/deliveries: each message with its address and outcome, not a server's words")
{
    SignedIn desk{pages::add_log_routes};
    CHECK(desk.page("/portal/deliveries").contains("Nothing was sent to you yet."));
    desk.say("investigating", 1);
    end_all(desk.world, "accepted", "250 queued at mx.vendor.test");
    auto const page = desk.page("/portal/deliveries");
    CHECK(page.contains("Mail &lt;is&gt; down"));
    CHECK(page.contains("href=\"/portal/incidents/"));
    CHECK(page.contains("<b>Your mail server took it</b>"));
    CHECK(page.contains("a@b.test"));
    CHECK_FALSE(page.contains("mx.vendor.test"));
}

TEST_CASE("GET /portal/deliveries: what was not sent to him says why, and earlier ones are behind")
{
    SignedIn desk{pages::add_log_routes};
    desk.say("investigating", 1);
    desk.say("identified", 2);
    end_all(desk.world, "opted_out", "topic unplanned is off");
    auto const page = desk.page("/portal/deliveries?limit=1");
    CHECK(page.contains("you did not choose it on this channel"));
    CHECK(page.contains("Earlier ones"));
}

TEST_CASE("GET /portal/deliveries: nobody sees what another one was sent, nor without a sign-in")
{
    SignedIn desk{pages::add_log_routes};
    desk.world.write([](Call& call) {
        auto const bob = accounts::add_prospect(
            call, "Bob", *Email::parse("bob@b.test"), accounts::default_brand(call.tx).id);
        notify::send(
            call, {.to = bob.id,
                   .from = *Email::parse("help@b.test"),
                   .from_name = "Help",
                   .subject = "For Bob",
                   .text = "Hello."});
    });
    CHECK_FALSE(desk.page("/portal/deliveries").contains("For Bob"));
    desk.cookies.clear();
    CHECK(desk.ask("GET", "/portal/deliveries")->status == 303);
}
