#include "kernel/ids.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace tellfirst;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 12h};

// A mint whose milliseconds start counting at `start`.
IdMint mint_from(std::uint32_t start)
{
    return IdMint{[start] { return start; }};
}

}  // namespace

TEST_CASE("id: the text form is its prefix, an underscore and twelve characters")
{
    CHECK(TicketId{1}.text() == "tkt_aaaaaaaaaaab");
    CHECK(AccountId{31}.text() == "acc_aaaaaaaaaaa7");
    CHECK(AccountId{32}.text() == "acc_aaaaaaaaaaba");
}

TEST_CASE("id: every id that can be minted comes back from its text")
{
    CHECK(rc::check([] {
        auto const value = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 60);
        RC_ASSERT(TicketId::parse(TicketId{value}.text()) == TicketId{value});
    }));
}

TEST_CASE("id: texts sort as ids do")
{
    CHECK(rc::check([] {
        auto const a = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 60);
        auto const b = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 60);
        // Digits sort before letters in ASCII but after them in base32, so letters alone compare.
        if (id_letters(a).find_first_of("234567") == std::string::npos &&
            id_letters(b).find_first_of("234567") == std::string::npos)
            RC_ASSERT((a < b) == (id_letters(a) < id_letters(b)));
    }));
}

TEST_CASE("id: anything that is not exactly an id's text is refused")
{
    for (auto const* const text :
         {"", "tkt", "tkt_", "tkt_aaaaaaaaaaa", "tkt_aaaaaaaaaaaab", "tkt_AAAAAAAAAAAB",
          "tktaaaaaaaaaaaab", "acc_aaaaaaaaaaab", "aaaaaaaaaaab", "tkt_aaaaaaaaaa1b",
          " tkt_aaaaaaaaaaab", "tkt_aaaaaaaaaaab "}) {
        CAPTURE(text);
        CHECK_FALSE(TicketId::parse(text));
    }
}

TEST_CASE("id: none has no text that could be read back")
{
    CHECK_FALSE(TicketId{});
    CHECK_FALSE(TicketId::parse(TicketId{}.text()));
}

TEST_CASE("mint: ids of one millisecond count up from a random start")
{
    auto mint = mint_from(7);
    auto const first = mint.next(noon);
    CHECK((first & 0x7ffff) == 7);
    CHECK(mint.next(noon + 999us) == first + 1);
}

TEST_CASE("mint: the start stays in the lower half, so that a millisecond has room")
{
    auto mint = mint_from(0xffff'ffff);
    CHECK((mint.next(noon) & 0x7ffff) < 0x40000);
}

TEST_CASE("mint: ids only grow when the clock is set back")
{
    auto mint = mint_from(0);
    auto const before = mint.next(noon);
    CHECK(mint.next(noon - 1h) > before);
}

TEST_CASE("mint: a full millisecond borrows the next one and never repeats an id")
{
    auto mint = mint_from(0x3ffff);
    std::set<std::int64_t> seen;
    constexpr std::size_t more_than_a_millisecond_holds = 600'000;
    for (std::size_t i = 0; i < more_than_a_millisecond_holds; ++i)
        seen.insert(seen.end(), mint.next(noon));
    CHECK(seen.size() == more_than_a_millisecond_holds);
}

TEST_CASE("mint: an id of our time begins with a letter")
{
    auto mint = mint_from(0);
    for (int const y : {2025, 2026, 2050, 2080}) {
        Instant const moment{std::chrono::sys_days{std::chrono::year{y} / 12 / 31}};
        auto const first = id_letters(mint.next(moment)).front();
        CHECK(first >= 'a');
        CHECK(first <= 'z');
    }
}
