#pragma once
// A peer on this machine that takes connections and never says a word.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <stdexcept>

namespace tellfirst::http {

[[nodiscard]] inline bool is_readable(int socket, std::chrono::milliseconds at_most)
{
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(at_most.count())) == 1;
}

class SilentPeer {
  public:
    SilentPeer() : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(socket_, 1) != 0)
            throw std::runtime_error{"no port"};
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    ~SilentPeer() { ::close(socket_); }
    SilentPeer(SilentPeer const&) = delete;
    SilentPeer& operator=(SilentPeer const&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }

    // Somebody has connected, and waits for an answer.
    void wait_for_caller() const
    {
        if (!is_readable(socket_, std::chrono::seconds{10}))
            throw std::runtime_error{"nobody called"};
    }
    // His connection, for whoever will answer after all; negative where nobody calls.
    [[nodiscard]] int take() const
    {
        bool const is_called = is_readable(socket_, std::chrono::seconds{10});
        return is_called ? ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC) : -1;
    }

  private:
    int socket_;
    std::uint16_t port_ = 0;
};

}  // namespace tellfirst::http
