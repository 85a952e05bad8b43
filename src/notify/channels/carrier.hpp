#pragma once
// What brings an announcement to a phone or a browser. Each has one file pair of the same shape
// (notify/sms/sms.hpp, notify/push/push.hpp) and passes the same tests
// (tests/notify/channels/carrier_test.cpp).
#include "accounts/types.hpp"
#include "notify/channels/carried.hpp"
#include "wire/words/moments.hpp"

#include <stop_token>

namespace tellfirst::notify {

// An announcement for one reader, before a carrier gives it its form.
struct Message {
    Attempt attempt;
    std::string address;  // as the ledger has it
    Announcement words;   // as he may know them
    Instant said_at;
    words::Reader reader;
    accounts::ResolvedBrand brand;  // in whose name
    std::string link;               // where he reads on
};

class Carrier {
  public:
    virtual ~Carrier() = default;

    [[nodiscard]] virtual Channel channel() const = 0;

    // Why nothing can be sent at all, for a person to read; "" where it can.
    [[nodiscard]] virtual std::string trouble() const = 0;

    // Waits half a minute at most, and ends soon after `stop`. Called by several threads at once,
    // outside any transaction.
    [[nodiscard]] virtual Carried send(Message const& message, std::stop_token stop) const = 0;

    // A test for somebody who watches. Errors say what is wrong with `to`.
    [[nodiscard]] virtual Result<Carried> try_out(std::string const& to) const = 0;
};

}  // namespace tellfirst::notify
