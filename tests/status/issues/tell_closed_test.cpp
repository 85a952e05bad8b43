#include "status/issues/tell_closed.hpp"

#include "jobs/jobs.hpp"
#include "status/issues/issue_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Desk {
    support::World world;
    IssueId id =
        samples::open(world, samples::slow_search(world, samples::service(world, "Search").id))->id;

    void affects(ContactId contact)
    {
        (void)world
            .write([&](Call& call) {
                return hear(
                    call, id.text(), VoiceKind::affects_me,
                    {.browser_key = "", .contact = contact});
            })
            .value();
    }

    // Closes it and lets the jobs run; the letters that stand in the outbox then, by their subject.
    samples::Words close(bool notify = true)
    {
        REQUIRE(samples::close(world, id, {.text = "It has a {new} index.", .notify = notify}));
        jobs::Board board;
        add_jobs(board);
        jobs::Runner runner{world.house(), board, 1};
        runner.start();
        REQUIRE(runner.rest(10s));
        runner.stop();
        return letters();
    }

    samples::Words letters()
    {
        return world.read([](Call& call) {
            return call.tx.all<std::string>(
                "SELECT body FROM notify_notices WHERE kind = 'letter' ORDER BY id");
        });
    }
};

}  // namespace

TEST_CASE("tell_closed: whoever said that it affects him hears what became of it, and nobody else")
{
    Desk desk;
    auto const ada = samples::customer(desk.world, "Ada");
    (void)samples::customer(desk.world, "Bob");
    desk.affects(ada);
    CHECK(samples::look(desk.world, desk.id)->affected == 1);
    auto const letters = desk.close();
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].contains("Ada"));
    CHECK(letters[0].contains("It has a {new} index."));
}

TEST_CASE("tell_closed: closed without a word to anybody, nobody hears it")
{
    Desk desk;
    desk.affects(samples::customer(desk.world, "Ada"));
    CHECK(desk.close(false).empty());
}

TEST_CASE("tell_closed: more than one slice of people are all told, each once")
{
    Desk desk;
    for (int i = 0; i < 101; ++i)
        desk.affects(samples::customer(desk.world, fmt::format("c{}", i)));
    CHECK(desk.close().size() == 101);
}
