#pragma once
// Mails at which a relay closed the connection without a word. Pure.
#include <deque>
#include <string>
#include <string_view>

namespace tellfirst::smtp {

// A relay that goes away does so at any mail; one that goes away at the same recipient's mail
// again, with nothing done in between, goes away because of it.
class Suspects {
  public:
    // Was it suspected before? Then it is forgotten: its mail is put off, and others have their
    // turn.
    [[nodiscard]] bool again(std::string_view recipient);

  private:
    static constexpr std::size_t most = 64;  // the oldest are forgotten: a relay's own troubles

    std::deque<std::string> recipients_;
};

}  // namespace tellfirst::smtp
