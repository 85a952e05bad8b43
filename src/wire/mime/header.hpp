#pragma once
// Header values as they come in the wild: RFC 5322 addresses, RFC 2047 words, RFC 2231 parameters.
// Everything here takes the raw bytes behind the colon (folds and all), gives well-formed UTF-8
// without control characters, and never fails.
#include "kernel/instant.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::mime {

// More continuations (name*0, name*1 ...) than this are an attack: RFC 2231 sets no limit.
inline constexpr int most_continuations = 100;

struct Address {
    std::string name;
    std::string email;  // as written: perhaps no address at all

    bool operator==(Address const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Address, (), (name, email))

// Unfolded, encoded words decoded (as bytes first, so that a character may be torn between two),
// raw 8-bit text taken for UTF-8 or windows-1252.
[[nodiscard]] std::string decode_header(std::string_view raw);

// Members of groups stand in the list by themselves; an empty group is nobody.
// `Doe, Anna <a@b.test>` without quotes is one person.
[[nodiscard]] std::vector<Address> parse_addresses(std::string_view raw);

// Content-Type, Content-Disposition: the value in lower case, the parameters by lower-case name.
struct Parameters {
    std::string value;
    std::map<std::string, std::string, std::less<>> named;
    bool too_many = false;  // continuations beyond the limit were dropped

    // "" where there is none.
    [[nodiscard]] std::string get(std::string_view name) const;
};
[[nodiscard]] Parameters parse_parameters(std::string_view raw);

// Message-ID, In-Reply-To, References: the ids without their angle brackets, in order, each once.
[[nodiscard]] std::vector<std::string> parse_ids(std::string_view raw);

// Nothing where it is no date, or one before 1970.
[[nodiscard]] std::optional<Instant> parse_date(std::string_view raw);

}  // namespace tellfirst::mime
