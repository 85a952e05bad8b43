#pragma once
#include "kernel/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::ical {

// "20261121T223000": the wall clock of a zone. A zone that nobody knows is UTC.
[[nodiscard]] std::string wall_time(Instant at, std::string const& zone);

// "2026-11-26T22:00" (with or without seconds) on the wall of a zone; nothing where the text is no
// such time or nobody knows the zone. A time that a change skips is the one after it, a time that
// comes twice is its first (as RFC 5545 section 3.3.5 wants it).
[[nodiscard]] std::optional<Instant>
moment_of_wall(std::string_view local, std::string const& zone);

// The VTIMEZONE of an IANA zone from that moment on (RFC 5545 section 3.6.5), in lines with CR LF.
// Empty where nobody knows the zone.
[[nodiscard]] std::string vtimezone(std::string const& zone, Instant from);

}  // namespace tellfirst::ical
