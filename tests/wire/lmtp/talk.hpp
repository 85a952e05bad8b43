#pragma once
// The peer of an LMTP server, over a real socket; each wait ends after five seconds.
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tellfirst::lmtp {

inline sockaddr_un unix_address(std::string const& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

class Talk {
  public:
    explicit Talk(std::uint16_t port) : fd_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        connect(reinterpret_cast<sockaddr const*>(&address), sizeof address);
    }

    explicit Talk(std::string const& path) : fd_{::socket(AF_UNIX, SOCK_STREAM, 0)}
    {
        auto const address = unix_address(path);
        connect(reinterpret_cast<sockaddr const*>(&address), sizeof address);
    }

    ~Talk() { ::close(fd_); }
    Talk(Talk const&) = delete;
    Talk& operator=(Talk const&) = delete;

    // With a CRLF behind it. False where the server has hung up.
    bool say(std::string_view line) const
    {
        auto const bytes = std::string{line} + "\r\n";
        return ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }

    // The last line of the next reply; "" where the server has hung up, or says nothing.
    [[nodiscard]] std::string reply()
    {
        while (true) {
            auto const end = buffer_.find("\r\n");
            if (end != std::string::npos) {
                auto const line = buffer_.substr(0, end);
                buffer_.erase(0, end + 2);
                if (line.size() < 4 || line[3] != '-')
                    return line;
                continue;
            }
            std::array<char, 4096> room;
            auto const got = ::recv(fd_, room.data(), room.size(), 0);
            if (got <= 0)
                return {};
            buffer_.append(room.data(), static_cast<std::size_t>(got));
        }
    }

  private:
    void connect(sockaddr const* address, socklen_t size)
    {
        timeval const deadline{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
        ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &deadline, sizeof deadline);
        if (::connect(fd_, address, size) != 0)
            throw std::runtime_error{"nobody listens"};
    }

    int fd_;
    std::string buffer_;
};

}  // namespace tellfirst::lmtp
