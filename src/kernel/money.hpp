#pragma once
#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>

namespace tellfirst {

// An amount in minor units ("1495" US cents) and its ISO 4217 currency. Never a floating number.
struct Money {
    std::int64_t minor = 0;
    std::string currency = "USD";

    bool operator==(Money const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Money, (), (minor, currency))

}  // namespace tellfirst
