#pragma once
#include "jobs/jobs.hpp"
#include "notify/samples.hpp"

#include <doctest/doctest.h>

namespace tellfirst::notify::samples {

// One more than is written down at once: five slices.
inline constexpr std::int64_t large = 20'001;

// So many contacts of one account of which nobody knows what it uses. Verbs would take minutes.
inline void crowd(support::World& world, std::int64_t contacts)
{
    auto const first = add(world, {.name = "first"});
    world.write([&](Call& call) {
        call.tx.run(
            R"sql(
            INSERT INTO accounts_contacts (id, account, brand, name, email, email_key, language,
                                           zone, created_at, version)
            WITH RECURSIVE numbers (n) AS (
                SELECT CAST(1 AS BIGINT)
                UNION ALL
                SELECT n + 1 FROM numbers WHERE n < :more)
            SELECT c.id - numbers.n, c.account, c.brand, 'c' || CAST(numbers.n AS TEXT),
                   'c' || CAST(numbers.n AS TEXT) || '@example.test',
                   'c' || CAST(numbers.n AS TEXT) || '@example.test', c.language, c.zone,
                   c.created_at, c.version
            FROM   accounts_contacts c, numbers
            WHERE  c.id = :first)sql",
            {{"first", first}, {"more", contacts - 1}});
    });
}

// What a server does that is started on this database.
inline void run_jobs(support::World& world)
{
    jobs::Board board;
    add_jobs(board);
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    CHECK(runner.rest(60s));
    runner.stop();
}

}  // namespace tellfirst::notify::samples
