#include "status/incidents/when.hpp"

namespace tellfirst::status {
namespace {

// Reads the three forms of an ETA into its bounds; `eta_at` is always the upper one.
Result<notify::When> bounds_of(Eta const& eta, Instant now)
{
    int const forms = int{eta.at.has_value()} + int{eta.within.has_value()} +
                      int{eta.from.has_value() || eta.to.has_value()};
    if (forms != 1)
        return invalid("eta.one_of", "eta", "Give exactly one of at, within, or from and to.");
    if (eta.at)
        return notify::When{.eta_at = eta.at};
    if (eta.within) {
        auto const length = parse_duration(*eta.within);
        if (!length)
            return invalid("eta.bad_duration", "eta.within", "Say how long as in 2h, 90m or 3d.");
        return notify::When{.eta_at = now + *length, .eta_words = *eta.within};
    }
    if (!eta.from || !eta.to || *eta.from >= *eta.to)
        return invalid("eta.bad_range", "eta.from", "A range needs from and to, from first.");
    return notify::When{.eta_at = eta.to, .eta_from = eta.from};
}

}  // namespace

Result<notify::When>
when_of(std::optional<Eta> const& eta, std::optional<Instant> next_word_at, Instant now)
{
    if (!eta && !next_word_at)
        return invalid(
            "update.needs_when", "eta",
            "Say when it will be well (eta), or when the next word comes "
            "(next_word_at): nobody should have to ask.");
    notify::When when;
    if (eta) {
        auto const bounds = bounds_of(*eta, now);
        if (!bounds)
            return bounds.error();
        when = *bounds;
    }
    when.next_word_at = next_word_at;
    struct Named {
        std::optional<Instant> at;
        char const* field;
    };
    for (auto const& [at, field] :
         {Named{when.eta_at, "eta"}, Named{when.next_word_at, "next_word_at"}}) {
        if (at && *at <= now)
            return invalid("update.when_passed", field, "This moment has passed already.");
        if (at && *at > now + farthest_when)
            return invalid("update.when_too_far", field, "This is more than a year away.");
    }
    return when;
}

std::optional<Instant> overdue_since(notify::When const& when, Instant now)
{
    std::optional<Instant> first;
    for (auto const& at : {when.next_word_at, when.eta_at})
        if (at && *at <= now && (!first || *at < *first))
            first = at;
    return first;
}

std::optional<Instant> next_due(notify::When const& when, Instant now)
{
    std::optional<Instant> next;
    for (auto const& at : {when.next_word_at, when.eta_at})
        if (at && *at > now && (!next || *at < *next))
            next = at;
    return next;
}

}  // namespace tellfirst::status
