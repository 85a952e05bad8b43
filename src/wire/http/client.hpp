#pragma once
// The one way out over HTTP. Nothing else in the house may open a connection to an address that
// somebody gave us.
#include "wire/http/message.hpp"
#include "wire/http/target.hpp"

#include <memory>

namespace tellfirst::http {

// Beyond this an answer is refused, unless whoever asks wants more; and so are its headers.
inline constexpr std::size_t most_answer_bytes = 64 * 1024;

struct Asking {
    std::string method = "GET";
    std::string url;
    Headers headers = {};
    std::string body = {};
    std::chrono::milliseconds deadline{15'000};  // for all of it, the name's resolution included
    std::size_t most_bytes = most_answer_bytes;  // of the answer's body
    std::stop_token stop = {};                   // heard within a second
};

struct Answered {
    int status = 0;
    Headers headers = {};
    std::string body = {};
};

// Waits for the answer, whatever its status; redirects are not followed, proxies not used, bodies
// not decompressed. The connection goes to one of the addresses that were checked, so a name that
// changes its mind in between changes nothing.
// Errors of check_url and check_addresses, outgoing.bad_header and outgoing.failed (503: there was
// no connection) say that nothing was sent; outgoing.timed_out, outgoing.broken, outgoing.too_large
// and outgoing.stopped (503), that all of it may have been.
[[nodiscard]] Result<Answered>
ask(Outgoing const& outgoing, Asking const& asking, Resolve const& resolve = resolve_by_system);

// May whoever was asked have done what he was asked for? Where not, asking again does nothing
// twice.
[[nodiscard]] bool may_have_arrived(Problem const& problem);

// Asks again and again, as above, and keeps its connection where it can: for many questions to one
// server that our own people named. By one thread at a time.
class Line {
  public:
    Line();

    [[nodiscard]] Result<Answered>
    ask(Outgoing const& outgoing, Asking const& asking, Resolve const& resolve = resolve_by_system);

  private:
    std::unique_ptr<void, void (*)(void*)> easy_;  // libcurl's
};

}  // namespace tellfirst::http
