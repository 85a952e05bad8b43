#pragma once
// What goes into the SMTP client and what comes out of it.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tellfirst::smtp {

// One message to one recipient. `token` is the caller's own name for it.
struct Outgoing {
    std::uint64_t token = 0;
    std::string from;  // envelope sender without <>; empty for the null sender
    std::string to;
    std::string data;  // as `compile` returns it

    bool operator==(Outgoing const&) const = default;
};

struct Outcome {
    enum class Kind {
        accepted,  // the relay has taken it over
        deferred,  // not now: try again later
        failed,    // not ever
        unknown,   // wholly sent, but the connection was lost before the relay answered
        held,      // not tried: its domain wants less of us now; bring it again after `again_in`
    };

    std::uint64_t token = 0;
    Kind kind = Kind::unknown;
    int code = 0;          // of the reply; 0 where no relay replied
    std::string enhanced;  // "4.7.1" (RFC 3463), or ""
    std::string text;      // of the reply, printable, at most 200 bytes
    std::chrono::milliseconds again_in{0};

    bool operator==(Outcome const&) const = default;
};

// A message as it goes over the wire: every line ends in CRLF, a leading dot is doubled
// (RFC 5321 4.5.2); the final dot is not part of it.
[[nodiscard]] std::string compile(std::string_view message);

// What `compile` was given, but with CRLF line ends: as it is in a file, or goes out by BDAT.
[[nodiscard]] bool is_stuffed(std::string_view data);
[[nodiscard]] std::string without_stuffing(std::string_view data);

// Could `compile` have returned this? Only then can it neither end early nor hold a bare CR or LF.
[[nodiscard]] bool is_compiled(std::string_view data);

// May this stand between < and > in a command? It says nothing about being a real address.
[[nodiscard]] bool is_safe_path(std::string_view address);

[[nodiscard]] bool is_ascii(std::string_view text);

}  // namespace tellfirst::smtp
