#include "tickets/acknowledgement.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::tickets;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;
words::Reader const berlin{.zone = "Europe/Berlin"};

Acknowledgement plain()
{
    return {.name = "Anna", .number = 1042, .due_at = now + 5h, .open_until = now + 7h};
}

bool stands_before(std::string const& text, std::string_view first, std::string_view second)
{
    auto const a = text.find(first);
    auto const b = text.find(second);
    return a != std::string::npos && b != std::string::npos && a < b;
}

}  // namespace

TEST_CASE("acknowledgement_text: says number, due time in his zone and UTC, and when we are there")
{
    auto const text = acknowledgement_text(plain(), berlin, now);
    CHECK(text.starts_with("Hello Anna,\n\n"));
    CHECK(text.contains("#1042"));
    CHECK(text.contains("by Wed 4 Mar 2026, 16:00 CET (15:00 UTC)."));
    CHECK(text.contains("until 18:00 CET"));
}

TEST_CASE("acknowledgement_text: outside opening hours it says when we open again (R-53)")
{
    auto facts = plain();
    facts.open_until.reset();
    facts.opens_at = now + 23h;
    CHECK(acknowledgement_text(facts, berlin, now).contains("We open again Thu 5 Mar 2026, 10:00"));
}

TEST_CASE("acknowledgement_text: an incident that he named comes first, one that he may mean later")
{
    auto facts = plain();
    facts.known = {
        {.services = "Statistics", .eta_at = now + 2h, .named = true, .other_accounts = 41},
        {.services = "Uploads", .next_word_at = now + 1h}};
    auto const text = acknowledgement_text(facts, berlin, now);
    CHECK(stands_before(text, "Statistics: we know about it", "#1042"));
    CHECK(stands_before(text, "#1042", "If you write about Uploads: we know about it"));
    CHECK(text.contains("by 13:00 CET"));
    CHECK(text.contains("41 other customers"));
    CHECK(text.contains("hear from us by 12:00 CET"));
}

TEST_CASE("acknowledgement_text: a promised moment that has passed is owned up to, not repeated")
{
    auto facts = plain();
    facts.known = {{.services = "Statistics", .next_word_at = now - 5min, .named = true}};
    auto const text = acknowledgement_text(facts, berlin, now);
    CHECK(text.contains("late with it"));
    CHECK_FALSE(text.contains("10:55"));
}

TEST_CASE("acknowledgement_text: without a due time it promises a person and no moment")
{
    auto facts = plain();
    facts.due_at.reset();
    auto const text = acknowledgement_text(facts, berlin, now);
    CHECK(text.contains("A person will answer you."));
}

TEST_CASE("acknowledgement_text: speaks German to who reads German")
{
    auto const text = acknowledgement_text(
        plain(), {.language = words::Language::de, .zone = "Europe/Berlin"}, now);
    CHECK(text.starts_with("Guten Tag Anna,"));
    CHECK(text.contains("bis Mi 4. März 2026, 16:00 CET (15:00 UTC)"));
}

TEST_CASE("acknowledgement_text: names no more than three incidents")
{
    auto facts = plain();
    for (int i = 0; i < 10; ++i)
        facts.known.push_back({.services = "S" + std::to_string(i), .next_word_at = now + 1h});
    auto const text = acknowledgement_text(facts, berlin, now);
    CHECK(text.contains("S2"));
    CHECK_FALSE(text.contains("S3"));
}

TEST_CASE("acknowledgement_text: what helps until then is said with what we know of it (R-21)")
{
    auto facts = plain();
    facts.known = {
        {.services = "Statistics",
         .next_word_at = now + 1h,
         .workaround = "Use {old} numbers. https://help.example.test/old",
         .named = true}};
    CHECK(acknowledgement_text(facts, berlin, now)
              .contains("What helps until then: Use {old} numbers. https://help.example.test/old"));
}
