#include "app/housekeeping.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

TEST_CASE("housekeeping: a start sweeps at once and plans the next sweep for an hour later")
{
    support::World world;
    jobs::Board board;
    app::add_housekeeping(board);
    world.write([&](Call& call) {
        call.tx.run(
            "INSERT INTO http_answers (scope, idem_key, request_hash, status, type, headers, at) "
            "VALUES ('a', 'b', 'c', 201, '', '{}', :at)",
            {{"at", call.now - 25h}});
    });
    app::begin_housekeeping(world.house());
    jobs::Runner runner{world.house(), board, 1};
    runner.start();
    REQUIRE(runner.rest(10s));
    runner.stop();
    world.read([&](Call& call) {
        CHECK(call.tx.one<std::int64_t>("SELECT COUNT(*) FROM http_answers") == 0);
        CHECK(
            call.tx.one<Instant>("SELECT due_at FROM jobs_queue WHERE kind = 'app.sweep'") ==
            world.now() + 1h);
    });
}
