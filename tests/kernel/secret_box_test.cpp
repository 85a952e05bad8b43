#include "kernel/secret_box.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;

TEST_CASE("lock_away: what was locked comes back by the same key only")
{
    CHECK(rc::check([](std::string const& key, std::string const& text) {
        auto const locked = lock_away(key, text);
        RC_ASSERT(unlock(key, locked) == text);
        RC_ASSERT_FALSE(unlock(key + "x", locked));
    }));
}

TEST_CASE("lock_away: the same text never looks the same")
{
    CHECK(lock_away("key", "text") != lock_away("key", "text"));
}

TEST_CASE("unlock: one changed bit is noticed wherever it is")
{
    auto const locked = lock_away("key", "text");
    for (std::size_t i = 0; i < locked.size(); ++i) {
        auto touched = locked;
        touched[i] = static_cast<char>(touched[i] ^ 1);
        CHECK_FALSE(unlock("key", touched));
    }
}

TEST_CASE("unlock: what is too short to be anything is nothing")
{
    CHECK_FALSE(unlock("key", ""));
    CHECK_FALSE(unlock("key", lock_away("key", "").substr(1)));
    CHECK(unlock("key", lock_away("key", "")) == "");
}
