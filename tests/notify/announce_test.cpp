#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<std::string> earlier_texts(support::World& world, NoticeId id)
{
    return world.read([&](Call& call) {
        std::vector<std::string> texts;
        auto const notice = store::find_notice(call.tx, id).value();
        for (auto const& word : notice.earlier)
            texts.push_back(word.text);
        return texts;
    });
}

Rows rows_about(support::World& world, About const& about)
{
    Rows rows;
    for (auto const& line : proof(world, about).deliveries)
        rows.push_back(fmt::format(
            "{} {}{}{}", line.name, name_of(line.state), line.reason ? ": " : "",
            line.reason.value_or("")));
    return rows;
}

}  // namespace

TEST_CASE("announce: an account whose services are unknown hears of every outage")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1));
        CHECK(rows(world) == Rows{"ada queued"});
    });
}

TEST_CASE("announce: an account whose services are known hears of these only")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .services = {{mail_service}}});
        add(world, {.name = "bob", .services = {{web_service}}});
        add(world, {.name = "cyd", .services = std::vector<ServiceId>{}});
        add(world, {.name = "dan", .services = {{web_service, mail_service}}});
        say(world, outage(1));
        CHECK(rows(world) == Rows{"ada queued", "dan queued"});
    });
}

TEST_CASE("announce: who turned the topic off is kept with this reason")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .topics = {{Topic::recovery}}});
        say(world, outage(1));
        CHECK(rows(world) == Rows{"ada opted_out: topic unplanned is off"});
    });
}

TEST_CASE("announce: a suppressed address is kept with its reason, in any case of its letters")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "Ada"});
        add(world, {.name = "bob"});
        add(world, {.name = "cyd"});
        world.write([](Call& call) {
            suppress(call, "ada@example.test", "");
            suppress(call, "bob@example.test", "unplanned");
            suppress(call, "cyd@example.test", "news");
        });
        say(world, outage(1));
        CHECK(
            rows(world) == Rows{
                               "Ada suppressed: the address does not exist",
                               "bob suppressed: the address does not exist", "cyd queued"});
    });
}

TEST_CASE("announce: the audience is that of the moment, with name and address as they were")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1));
        add(world, {.name = "bob"});
        auto const lines = proof(world).deliveries;
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().address == "ada@example.test");
        CHECK_FALSE(lines.front().at.has_value());
    });
}

TEST_CASE("announce: one update is announced once, however often it is said")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        CHECK(say(world, outage(1)) == first);
        CHECK(rows(world).size() == 1);
    });
}

TEST_CASE("announce: it tells how many there are and how many of them will hear")
{
    support::World world;
    add(world, {.name = "ada"});
    add(world, {.name = "bob", .topics = std::vector<Topic>{}});
    say(world, outage(1));
    auto const facts = support::facts_told(world);
    CHECK(facts.back() == support::ToldFact{"NoticeQueued", incident.text()});
}

TEST_CASE("announce: where nobody is to hear, it is done at once")
{
    support::World world;
    add(world, {.name = "bob", .topics = std::vector<Topic>{}});
    say(world, outage(1));
    CHECK(support::facts_told(world).back().kind == "NoticeDone");
}

TEST_CASE("announce: nothing leaves before the undo time is over")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 30s);
        world.pass(29s);
        CHECK(claim_all(world).empty());
        world.pass(1s);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("announce: a waiting word is superseded by the next one, which says it along")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        world.pass(10s);
        auto second_words = outage(2);
        second_words.text = "A disk is full.";
        auto const second = say(world, second_words);
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        CHECK(rows(world, second) == Rows{"ada queued"});
        CHECK(earlier_texts(world, second) == Rows{"We are looking for the cause."});

        auto third_words = outage(3);
        third_words.text = "The disk is being replaced.";
        auto const third = say(world, third_words);
        CHECK(
            earlier_texts(world, third) ==
            Rows{"We are looking for the cause.", "A disk is full."});
    });
}

TEST_CASE("announce: a word that has arrived is not superseded and not said again")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 0s);
        deliver_all(world);
        auto const second = say(world, outage(2), 0s);
        CHECK(rows(world, first) == Rows{"ada accepted"});
        CHECK(earlier_texts(world, second).empty());
    });
}

TEST_CASE("announce: waiting words of another incident stay")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1));
        auto other = outage(2);
        other.about = IncidentId{7002};
        say(world, other);
        CHECK(rows(world) == Rows{"ada queued"});
    });
}

TEST_CASE("announce: a recovery goes to those who were told and have it on")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .topics = {{Topic::unplanned}}});
        add(world, {.name = "cyd", .topics = {{Topic::recovery}}});
        add(world, {.name = "dan", .services = {{web_service}}});
        say(world, outage(1), 0s);
        deliver_all(world);
        auto const over = say(world, resolved(2), 0s);
        CHECK(rows(world, over) == Rows{"ada queued", "bob opted_out: topic recovery is off"});
    });
}

TEST_CASE("announce: a recovery before the first word left says both, once")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 30s);
        world.pass(5s);
        auto const over = say(world, resolved(2), 0s);
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        CHECK(rows(world, over) == Rows{"ada queued"});
        CHECK(earlier_texts(world, over) == Rows{"We are looking for the cause."});
    });
}

TEST_CASE("announce: a recovery does not go to those whom the outage could not reach")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, outage(1), 0s);
        end(world, claim_all(world), {.state = State::failed, .reason = "550 no", .code = 550});
        auto const over = say(world, resolved(2), 0s);
        CHECK(rows(world, over).empty());
    });
}

TEST_CASE(
    "announce: planned work goes to those exposed who have the topic on, in a lane of its own")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .services = {{mail_service}}});
        add(world, {.name = "bob", .topics = {{Topic::unplanned}}});
        add(world, {.name = "cyd", .services = {{web_service}}});
        auto const notice = say(world, work_planned(1), 0s);
        CHECK(
            rows_about(world, window) == Rows{"ada queued", "bob opted_out: topic planned is off"});
        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        CHECK(bool{claimed[0].lane == Lane::planned});
        auto const until = world.read(
            [&](Call& call) { return store::find_notice(call.tx, notice)->useful_until; });
        CHECK(until == work_planned(1).ended_at);
    });
}

TEST_CASE("announce: that work is over, or off, is worth knowing for a day")
{
    support::World world;
    add(world, {.name = "ada"});
    auto over = work_planned(1);
    over.state = "finished";
    over.ended_at = world.now();
    auto off = work_cancelled(2);
    off.ended_at = world.now() + 48h;
    for (auto const& [words, until] :
         {std::pair{over, world.now() + 24h}, std::pair{off, world.now() + 48h}}) {
        auto const notice = say(world, words, 0s);
        CHECK(world.read([&](Call& call) {
            return store::find_notice(call.tx, notice)->useful_until;
        }) == until);
    }
}

TEST_CASE("announce: that work is cancelled is said to those who were told of it")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        say(world, work_planned(1), 0s);
        deliver_all(world);
        add(world, {.name = "bob"});
        say(world, work_cancelled(2), 0s);
        CHECK(rows_about(world, window) == Rows{"ada accepted", "ada queued"});
    });
}

TEST_CASE("announce: the trouble of one account is told to its contacts, whatever it uses")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada", .services = std::vector<ServiceId>{}});
        add(world, {.name = "bob", .services = {{mail_service}}});
        add(world, {.name = "cyd"});
        auto words = outage(1);
        words.account =
            world.read([&](Call& call) { return accounts::find_contact(call.tx, ada)->account; });
        say(world, words);
        CHECK(rows(world) == Rows{"ada queued"});
    });
}

TEST_CASE("announce: an end reaches those, too, who were told of what was merged into it")
{
    support::for_each_database([](support::World& world) {
        constexpr IncidentId merged{7002};
        add(world, {.name = "ada", .services = {{mail_service}}});
        add(world, {.name = "bob", .services = {{web_service}}});
        say(world, outage(1));
        auto other = outage(2);
        other.about = merged;
        other.services = {web_service};
        say(world, other);
        auto end = resolved(3);
        end.also = {merged};
        auto const notice = say(world, end);
        CHECK(rows(world, notice) == Rows{"ada queued", "bob queued"});
    });
}
