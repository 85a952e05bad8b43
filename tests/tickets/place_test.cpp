#include "tickets/store.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using tickets::Place;
using tickets::State;

TEST_CASE("Place: its text is read back, and no other text is a place")
{
    Place const place{.key = -17, .ticket = TicketId{1'000'000}};
    CHECK(Place::parse(place.text()) == place);
    for (auto const* const text :
         {"", ".", "17", "17.", "x.tkt_aaaaaaaaaaaa", "1.inc_aaaaaaaaaaaa"})
        CHECK_FALSE(Place::parse(text));
}

TEST_CASE("place_of: what waits for us is ordered by its due time, all else by its last change")
{
    tickets::TicketRow row{.id = TicketId{7}, .changed_at = from_micros(5)};
    CHECK(place_of({}, row) == Place{5, TicketId{7}});
    CHECK(place_of({.state = State::solved}, row) == Place{5, TicketId{7}});
    tickets::Filter const waiting{.state = State::waiting_for_us};
    CHECK(place_of(waiting, row) == Place{tickets::end_of_days, TicketId{7}});
    row.reply_due_at = from_micros(3);
    CHECK(place_of(waiting, row) == Place{3, TicketId{7}});
}
