#include "tickets/store.hpp"

#include <charconv>

namespace tellfirst::tickets {

std::string Place::text() const
{
    return fmt::format("{}.{}", key, ticket.text());
}

std::optional<Place> Place::parse(std::string_view text)
{
    auto const dot = text.find('.');
    if (dot == text.npos)
        return std::nullopt;
    Place place;
    auto const* const end = text.data() + dot;
    auto const [stopped, error] = std::from_chars(text.data(), end, place.key);
    auto const ticket = TicketId::parse(text.substr(dot + 1));
    if (error != std::errc{} || stopped != end || !ticket)
        return std::nullopt;
    place.ticket = *ticket;
    return place;
}

std::string Place::expectation()
{
    return "not a `next` of this list";
}

Order order_of(Filter const& filter)
{
    return filter.state == State::waiting_for_us ? Order::by_due : Order::by_change;
}

Place place_of(Filter const& filter, TicketRow const& row)
{
    auto const moment = order_of(filter) == Order::by_due ? row.reply_due_at : row.changed_at;
    return {.key = moment ? to_micros(*moment) : end_of_days, .ticket = row.id};
}

}  // namespace tellfirst::tickets
