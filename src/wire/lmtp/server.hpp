#pragma once
#include "kernel/problem.hpp"
#include "wire/lmtp/server_machine.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace tellfirst::lmtp {

// Where mail comes in. Whoever can connect may hand over mail: loopback or a socket file only.
struct Listen {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;      // 0: any free one
    std::string unix_path = {};  // if it is not empty, this and not the port

    // "127.0.0.1:24", "[::1]:24" or "unix:/run/lmtp". Error lmtp.bad_address.
    [[nodiscard]] static Result<Listen> parse(std::string_view text);

    bool operator==(Listen const&) const = default;
};

// To be called once, on any thread, at any time, also after the server is gone. A verdict that does
// not come in time (ServerOptions::judged_within) counts as try_again.
using Answer = std::function<void(Verdict)>;

// Called on the server's thread: hand it on and return. Must not throw.
using Deliver = std::function<void(Envelope mail, Answer answer)>;

struct ServerOptions {
    std::string our_name = "localhost";
    std::size_t connections = 200;                    // more are told 421
    std::size_t bytes_in_flight = 256 * 1024 * 1024;  // received or being judged; more are told 452
    std::chrono::milliseconds idle{300'000};          // RFC 5321 4.5.3.2.7
    std::chrono::milliseconds a_message{600'000};     // from 354 to the final dot
    std::chrono::milliseconds judged_within{240'000};
};

// Takes mail over LMTP on a thread of its own. Throws boost::system::system_error where it cannot
// listen.
class Server {
  public:
    Server(Listen const& listen, ServerOptions options, IsOurs is_ours, Deliver deliver);
    ~Server();  // as stop(0)
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    [[nodiscard]] std::uint16_t port() const;  // 0 with a socket file

    // Takes no more, answers what is being judged, cuts what is not finished after `deadline`.
    void stop(std::chrono::milliseconds deadline);

  private:
    class Core;
    std::shared_ptr<Core> core_;  // shared with answers, which may outlive us
};

}  // namespace tellfirst::lmtp
