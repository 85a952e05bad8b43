#include "team/password.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;

namespace {

std::string code_of(Result<void> const& result)
{
    return result ? "" : result.error().code;
}

}  // namespace

TEST_CASE("hash_password: it is argon2id with 19 MiB and two passes, salted anew each time")
{
    auto const hash = hash_password("correct horse");
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(hash != hash_password("correct horse"));
}

TEST_CASE("is_password: it is the one that was hashed and no other")
{
    auto const hash = hash_password("correct horse");
    CHECK(is_password(hash, "correct horse"));
    CHECK_FALSE(is_password(hash, "correct horsf"));
    CHECK_FALSE(is_password(hash, ""));
}

TEST_CASE("is_password: without a hash nothing is")
{
    CHECK_FALSE(is_password(std::nullopt, "correct horse"));
    CHECK_FALSE(is_password(std::nullopt, ""));
}

TEST_CASE("is_password: somebody unknown costs as much work as somebody known")
{
    // The least of several runs, since a busy machine only ever adds time.
    auto const least = [](std::optional<std::string> const& hash) {
        auto best = std::chrono::nanoseconds::max();
        for (int run = 0; run < 5; ++run) {
            auto const start = std::chrono::steady_clock::now();
            CHECK_FALSE(is_password(hash, "wrong password"));
            best =
                std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
        }
        return best;
    };
    auto const known = least(hash_password("correct horse"));
    auto const unknown = least(std::nullopt);
    CHECK(unknown * 2 > known);
    CHECK(known * 2 > unknown);
}

TEST_CASE("check_password: length counts, and it is not the name or the address")
{
    CHECK(code_of(check_password("ten chars!", "Ada", "ada@team.example.test")).empty());
    CHECK(
        code_of(check_password("nine char", "Ada", "ada@team.example.test")) ==
        "person.weak_password");
    CHECK(
        code_of(check_password(std::string(1025, 'x'), "Ada", "ada@team.example.test")) ==
        "person.weak_password");
    CHECK(
        code_of(check_password("Ada Lovelace", "ada lovelace", "ada@team.example.test")) ==
        "person.weak_password");
    CHECK(
        code_of(check_password("ADA@team.example.test", "Ada", "ada@team.example.test")) ==
        "person.weak_password");
}
