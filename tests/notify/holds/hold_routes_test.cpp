// The page behind a partner's link.
#include "notify/holds/hold.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/samples.hpp"
#include "notify/seal.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

struct Partner {
    Partner()
    {
        add_hold_routes(table);
        add_at_partner(world, {.name = "bob"});
        lens = partner_of(world);
        REQUIRE(world.write(
            [&](Call& call) { return change_forwards(call, lens, {.mode = Forwarding::held}); }));
        notice = say(world, outage(1), 0s);
    }

    [[nodiscard]] std::string link() const
    {
        return "/held/" +
               seal::release_token(world.settings.secret, {.notice = notice, .brand = lens});
    }
    [[nodiscard]] http::Reply
    asked(std::string_view method, std::string_view path, std::string body = {})
    {
        return support::ask(
                   world, table, Actor::nobody(),
                   {.method = method, .path = path, .body = std::move(body)})
            .value();
    }

    support::World world;
    http::Table table;
    BrandId lens;
    NoticeId notice;
};

}  // namespace

TEST_CASE("held link: shows the text in the partner's name, and changes nothing by being followed")
{
    Partner partner;
    auto const page = partner.asked("GET", partner.link());
    CHECK(page.status == 200);
    CHECK(page.body.contains("Lens &amp; Light"));
    CHECK(page.body.contains("value=\"Mail is down\""));
    CHECK(page.body.contains("Mail: down, looking for the cause; end not known yet, next word by"));
    CHECK(page.body.contains("Started: Wed 4 Mar 2026"));
    CHECK(page.body.contains("We are looking for the cause.</textarea>"));
    CHECK(page.body.contains("Mail: down, looking for the cause"));
    CHECK(page.body.contains("they do not hear of it."));
    CHECK_FALSE(page.body.contains("Tellfirst"));
    CHECK(rows(partner.world) == Rows{"bob held: waits for its release"});
}

TEST_CASE("held link: its button releases with the text that stands there, once")
{
    Partner partner;
    auto const page = partner.asked("POST", partner.link(), "text=We+are%0D%0Aon+it.");
    CHECK(page.body.contains(">Released</h1>"));
    CHECK(page.body.contains("on its way"));
    CHECK(rows(partner.world) == Rows{"bob queued"});
    auto const again = partner.asked("POST", partner.link(), "text=Again");
    CHECK(again.status == 200);
    CHECK(again.body.contains(">No longer held</h1>"));
    CHECK(again.body.contains("This was released already: Wed 4 Mar 2026, 10:00 UTC."));
    CHECK(partner.asked("GET", partner.link()).body.contains("released already"));
}

TEST_CASE("held link: what a later word replaced, and what nobody released in time, says so")
{
    Partner partner;
    say(partner.world, outage(2), 0s);
    CHECK(partner.asked("GET", partner.link()).body.contains("a later word took its place"));
    CHECK(partner.asked("POST", partner.link()).body.contains("a later word took its place"));

    Partner late;
    late.world.pass(24h);
    late.world.write([&](Call& call) {
        end_hold(call, {.brand = late.lens, .notice = late.notice});
        return 0;
    });
    CHECK(late.asked("GET", late.link()).body.contains("Nobody released this in time"));
    CHECK(late.asked("POST", late.link()).body.contains("Nobody released this in time"));
}

TEST_CASE("held link: what the status page shows already is not called unheard")
{
    for (bool const has_page : {true, false}) {
        Partner partner;
        auto words = outage(2);
        words.has_page = has_page;
        partner.notice = say(partner.world, words, 0s);
        CHECK(
            partner.asked("GET", partner.link()).body.contains("status page shows it already") ==
            has_page);
    }
}

TEST_CASE("held link: what cannot be taken stays in the form, with the reason beside it")
{
    Partner partner;
    auto const page =
        partner.asked("POST", partner.link(), "title=" + std::string(201, 'x') + "&text=%3Cb%3E");
    CHECK(page.status == 422);
    CHECK(page.body.contains("a title of at most 200 letters"));
    CHECK(page.body.contains(std::string(201, 'x')));
    CHECK(page.body.contains("&lt;b&gt;</textarea>"));
    CHECK(partner.asked("POST", partner.link(), "title=Mail&text=").status == 422);
    CHECK(rows(partner.world) == Rows{"bob held: waits for its release"});
}

TEST_CASE("held link: a title that was changed goes to his customers")
{
    Partner partner;
    (void)partner.asked("POST", partner.link(), "title=Post+rests&text=We+know.");
    auto const hold = partner.world.read([&](Call& call) {
        return store::find_hold(call.tx, {.brand = partner.lens, .notice = partner.notice});
    });
    CHECK(hold->title == "Post rests");
    CHECK(hold->text == "We know.");
    CHECK(hold->ended_by == "partner");
}

TEST_CASE("held link: one that we did not make opens nothing")
{
    Partner partner;
    auto link = partner.link();
    link.back() = link.back() == '0' ? '1' : '0';
    for (auto const* const method : {"GET", "POST"}) {
        CHECK(partner.asked(method, link).status == 404);
        auto const at_partner = support::ask(
            partner.world, partner.table, Actor::nobody(),
            {.method = method, .path = link, .headers = {{"host", "status.lens.test:8080"}}});
        CHECK(at_partner->body.contains("Lens &amp; Light"));
        CHECK(at_partner->body.contains("This link is not complete"));
    }
    CHECK(rows(partner.world) == Rows{"bob held: waits for its release"});
}
