#pragma once
#include "notify/seal.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify::store {

// Waiting deliveries of an announcement that would leave at `at` wait for the hour that their
// recipients chose: for their digest, or for the end of their quiet hours. What the digest would be
// too late for leaves by itself; what is of no use when quiet hours end is not sent, and says so.
// Whoever freezes a slice of an audience or lets it go again calls this in the same transaction;
// twice is once.
void let_wait(db::Tx& tx, Notice const& notice, Instant at, Slice const& slice = {});

// The quiet hours of whoever a delivery of an announcement goes to, where he has some.
struct Sleeper {
    std::string zone;
    std::string quiet;  // accounts::QuietHours
    std::optional<accounts::Topic> topic;
    Instant useful_until;
};
BOOST_DESCRIBE_STRUCT(Sleeper, (), (zone, quiet, topic, useful_until))
[[nodiscard]] std::optional<Sleeper>
sleeper_of(db::Tx& tx, seal::Delivery const& delivery, Channel channel);

}  // namespace tellfirst::notify::store
