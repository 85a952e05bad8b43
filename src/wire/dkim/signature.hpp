#pragma once
// What a DKIM-Signature says and what it signs (RFC 6376 sections 3.5 and 3.7), but for the
// signature itself. Pure.
#include "kernel/instant.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tellfirst::dkim {

// The fields that a signature covers. Each that is there is named once more than it stands, so
// that nobody can add another one that a reader would see first; those that every reader sees are
// named even where there is none.
struct Covered {
    std::string names;   // as h= has them, folded
    std::string fields;  // in their order, relaxed, each with its CRLF

    bool operator==(Covered const&) const = default;
};
[[nodiscard]] Covered cover(std::span<std::string_view const> fields);

struct Terms {
    std::string_view algorithm;  // "rsa-sha256" (RFC 8301), "ed25519-sha256" (RFC 8463)
    std::string_view domain;
    std::string_view selector;
    Instant signed_at;
};

// "DKIM-Signature: v=1; ... b=": what is signed behind the covered fields, relaxed, and goes out
// with the signature after it. `body_hash` is raw.
[[nodiscard]] std::string
field_without_signature(Terms const& terms, Covered const& covered, std::string_view body_hash);

// The whole field, with its CRLF.
[[nodiscard]] std::string with_signature(std::string field, std::string_view raw_signature);

// The domain of the address in From, in lower case; "" where there is none. A signature counts for
// a reader (DMARC) where it is of this domain.
[[nodiscard]] std::string domain_of_from(std::span<std::string_view const> fields);

}  // namespace tellfirst::dkim
