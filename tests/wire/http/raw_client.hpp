#pragma once
// The other end of a connection, byte by byte, so that tests can be as slow, greedy or wrong as
// real peers are. Every wait ends after five seconds.
#include "kernel/text.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <map>
#include <stdexcept>
#include <string>

namespace tellfirst::http {

struct RawReply {
    int status = 0;  // 0: the peer hung up instead
    std::map<std::string, std::string> headers;
    std::string body;
};

class RawClient {
  public:
    explicit RawClient(std::uint16_t port)
        : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        timeval const patience{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
            throw std::runtime_error{"no connection"};
    }
    ~RawClient() { ::close(socket_); }
    RawClient(RawClient const&) = delete;
    RawClient& operator=(RawClient const&) = delete;

    [[nodiscard]] int handle() const { return socket_; }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // Everything up to and with `mark`; less where the peer hangs up first.
    [[nodiscard]] std::string read_until(std::string_view mark)
    {
        while (!buffer_.contains(mark) && read_more()) {
        }
        auto const found = buffer_.find(mark);
        return take(found == std::string::npos ? buffer_.size() : found + mark.size());
    }

    // Did the peer hang up, with nothing more to say?
    [[nodiscard]] bool is_closed()
    {
        while (read_more()) {
        }
        return closed_ && buffer_.empty();
    }

    [[nodiscard]] RawReply read_reply(bool with_body = true)
    {
        auto const head = read_until("\r\n\r\n");
        RawReply reply;
        if (head.size() < 12)
            return reply;
        std::from_chars(head.data() + 9, head.data() + 12, reply.status);
        for (auto const line : split(head, '\n'))
            if (auto const colon = line.find(": "); colon != std::string_view::npos)
                reply.headers.emplace(
                    ascii_lower(line.substr(0, colon)), trim(line.substr(colon + 2)));
        std::size_t length = 0;
        if (auto const found = reply.headers.find("content-length"); found != reply.headers.end())
            length = static_cast<std::size_t>(std::stoul(found->second));
        if (!with_body)
            return reply;
        while (buffer_.size() < length && read_more()) {
        }
        reply.body = take(std::min(length, buffer_.size()));
        return reply;
    }

    // `headers` are whole lines with their line ends.
    RawReply
    ask(std::string_view method, std::string_view target, std::string_view headers = "",
        std::string_view body = "")
    {
        auto request =
            fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}", method, target, headers);
        if (!body.empty())
            request += fmt::format("Content-Length: {}\r\n", body.size());
        send(fmt::format("{}\r\n{}", request, body));
        return read_reply(method != "HEAD");
    }

  private:
    bool read_more()
    {
        std::array<char, 16384> bytes{};
        auto const count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        closed_ = count == 0 || (count < 0 && errno != EAGAIN);
        if (count <= 0)
            return false;
        buffer_.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }

    [[nodiscard]] std::string take(std::size_t count)
    {
        auto taken = buffer_.substr(0, count);
        buffer_.erase(0, count);
        return taken;
    }

    int socket_;
    std::string buffer_;
    bool closed_ = false;
};

}  // namespace tellfirst::http
