#include "wire/http/work_pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

using namespace tellfirst::http;

TEST_CASE("WorkPool: does what it took before it ends")
{
    std::atomic<int> done = 0;
    {
        WorkPool pool{2, 100};
        for (int i = 0; i < 50; ++i)
            CHECK(pool.offer([&] { ++done; }));
    }
    CHECK(done == 50);
}

TEST_CASE("WorkPool: refuses what would have to wait too long")
{
    std::promise<void> started;
    std::promise<void> gate;
    auto const open = gate.get_future().share();
    WorkPool pool{1, 1};
    REQUIRE(pool.offer([&] {
        started.set_value();
        open.wait();
    }));
    started.get_future().wait();
    CHECK(pool.offer([] {}));
    CHECK(!pool.offer([] {}));
    gate.set_value();
}
