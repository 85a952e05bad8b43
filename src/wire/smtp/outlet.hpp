#pragma once
#include "wire/smtp/message.hpp"

#include <chrono>
#include <functional>
#include <vector>

namespace tellfirst::smtp {

// Where mail leaves to: a relay (Sender) or a folder to look at (Maildir).
class Outlet {
  public:
    // At most `want` messages; none if there is nothing to send: then it is not called again
    // before `kick`. Both run on the outlet's thread, must be quick and must not throw.
    using Pull = std::function<std::vector<Outgoing>(std::size_t want)>;
    using Report = std::function<void(std::vector<Outcome>)>;

    virtual ~Outlet() = default;

    // There is something to pull. Any thread, at any time, as often as you like.
    virtual void kick() = 0;

    // Pulls no more, finishes what is on its way, cuts what is not finished after `deadline`.
    // When it returns, everything has been reported and neither callback is called again.
    virtual void stop(std::chrono::milliseconds deadline) = 0;
};

}  // namespace tellfirst::smtp
