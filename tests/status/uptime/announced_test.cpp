#include "status/uptime/announced.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const ten = parse_rfc3339("2026-03-10T22:00:00Z").value();
Period const night{ten, ten + 4h};

using Pieces = std::vector<std::pair<Duration, std::optional<Duration>>>;

// Each piece by its length, and how long before ten it was announced.
Pieces pieces(Period const& maintenance, std::vector<SaidTime> const& said)
{
    Pieces all;
    for (auto const& piece : announced(maintenance, said)) {
        std::optional<Duration> ahead;
        if (piece.announced)
            ahead = ten - *piece.announced;
        all.emplace_back(piece.to - piece.from, ahead);
    }
    return all;
}

}  // namespace

TEST_CASE("announced: what was said once was announced then, as long as it was said to last")
{
    CHECK(pieces(night, {{ten - 72h, night}}) == Pieces{{4h, 72h}});
    CHECK(pieces({ten, ten + 5h}, {{ten - 72h, night}}) == Pieces{{4h, 72h}, {1h, std::nullopt}});
}

TEST_CASE("announced: made longer, the rest was announced later")
{
    CHECK(
        pieces({ten, ten + 6h}, {{ten - 72h, night}, {ten + 3h, {ten, ten + 6h}}}) ==
        Pieces{{4h, 72h}, {2h, -3h}});
}

TEST_CASE("announced: moved earlier, its notice begins anew, and moved later it does not")
{
    CHECK(
        pieces(night, {{ten - 72h, {ten + 2h, ten + 6h}}, {ten - 10h, night}}) ==
        Pieces{{4h, 10h}});
    CHECK(
        pieces(night, {{ten - 72h, {ten - 1h, ten + 6h}}, {ten - 10h, night}}) ==
        Pieces{{4h, 72h}});
}

TEST_CASE("announced: moved away and back, it was announced when it came back")
{
    Period const other{ten + 48h, ten + 52h};
    CHECK(
        pieces(night, {{ten - 72h, night}, {ten - 50h, other}, {ten - 20h, night}}) ==
        Pieces{{4h, 20h}});
}

TEST_CASE("announced: what stood on the page alone was told to nobody, and takes nothing back")
{
    CHECK(pieces(night, {{ten - 72h, night, false}}) == Pieces{{4h, std::nullopt}});
    CHECK(pieces(night, {{ten - 72h, night}, {ten - 1h, night, false}}) == Pieces{{4h, 72h}});
    CHECK(pieces(night, {{ten - 72h, night, false}, {ten - 1h, night}}) == Pieces{{4h, 1h}});
}

TEST_CASE("announced: a time that was said once and no more holds cuts nothing")
{
    Period const other{ten + 2h, ten + 30h};
    Period const third{ten + 90h, ten + 94h};
    CHECK(
        pieces(night, {{ten - 90h, other}, {ten - 80h, third}, {ten - 21h, night}}) ==
        Pieces{{4h, 21h}});
}
