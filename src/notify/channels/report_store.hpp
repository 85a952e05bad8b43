#pragma once
// The SQL of what is reported of a delivery after it was taken.
#include "db/db.hpp"
#include "notify/seal.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// The reason of a delivery that is known to have arrived.
inline constexpr std::string_view delivered_words = "delivered";

struct Report {
    seal::Delivery delivery;
    Channel channel = Channel::sms;
    State state = State::accepted;
    std::string words;
    Instant at;
};

namespace store {

// It may come before our own answer was settled, and proves that it left even where we had lost
// sight of it. Nothing is said after "delivered", nor after the first that it was not.
// Answers whether it counts.
bool keep_report(db::Tx& tx, Report const& report);

}  // namespace store
}  // namespace tellfirst::notify
