#pragma once
#include "wire/smtp/outlet.hpp"
#include "wire/smtp/relay.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tellfirst::smtp {

struct SenderOptions {
    std::string our_name = {};     // what we say in EHLO; "": the address of our end
    std::size_t connections = 4;   // at most, and as many again in place of stuck ones
    double per_second = 0;         // mails, at most; 0: as many as the relay takes
    double domain_per_second = 0;  // to one group of domains (Traffic)
    std::size_t messages_a_connection = 100;
    // Pulled and not yet on a connection, at most. After a crash the caller cannot know about
    // these either, so the number is small.
    std::size_t pulled_ahead = 16;
    std::chrono::milliseconds connect_within{10'000};  // with the TLS handshake
    std::chrono::milliseconds reply_within{300'000};   // RFC 5321 4.5.3.2
    std::chrono::milliseconds greet_within{300'000};
    // Where another relay could take the mail, a silent one does not keep it so long: it has to
    // greet within `connect_within`, and to answer within this.
    std::chrono::milliseconds silent_within{60'000};
    std::chrono::milliseconds idle{10'000};          // then a connection says QUIT
    std::chrono::milliseconds first_backoff{1'000};  // when the relay cannot be reached; doubles
    std::chrono::milliseconds longest_backoff{30'000};
    std::string trusted_certificates = {};  // a PEM file, besides the system's
};

// Sends mail from a thread of its own, over several connections that are open only while there is
// work: to the first relay, or to the next in order while that one cannot be reached or takes
// nothing. The first is tried again after a while.
//
// Every pulled message is reported exactly once, never twice and never not at all, short of a
// crash. While no relay can be reached nothing is pulled, except one batch for each attempt;
// that batch is reported as deferred.
class Sender : public Outlet {
  public:
    Sender(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report);
    ~Sender() override;  // as stop(0)
    Sender(Sender const&) = delete;
    Sender& operator=(Sender const&) = delete;

    void kick() override;
    void stop(std::chrono::milliseconds deadline) override;

  private:
    class Core;
    std::unique_ptr<Core> core_;
};

// "smtp://..., smtps://..." as parse_relays reads them, or "maildir:/PATH".
// Throws std::invalid_argument where it is neither.
[[nodiscard]] std::unique_ptr<Outlet> open_outlet(
    std::string const& address, SenderOptions options, Outlet::Pull pull, Outlet::Report report);

}  // namespace tellfirst::smtp
