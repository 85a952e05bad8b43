#pragma once
#include "kernel/instant.hpp"

#include <string>

namespace tellfirst::ical {

// "20261121T223000": the wall clock of a zone. A zone that nobody knows is UTC.
[[nodiscard]] std::string wall_time(Instant at, std::string const& zone);

// The VTIMEZONE of an IANA zone from that moment on (RFC 5545 section 3.6.5), in lines with CR LF.
// Empty where nobody knows the zone.
[[nodiscard]] std::string vtimezone(std::string const& zone, Instant from);

}  // namespace tellfirst::ical
