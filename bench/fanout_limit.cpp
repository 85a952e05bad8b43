// How fast can mail go into a sink at all? The limit that `fanout` is measured against.
//
//   fanout_limit HOST:PORT MESSAGES CONNECTIONS [bare|sender]
//
// "bare" writes the pipelined groups from one prepared buffer and only counts the lines that come
// back: no parsing, no outcomes, nothing that a product could leave out. "sender" sends the same
// messages through our own Sender. Prints messages per second.
#include "wire/smtp/sender.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

using namespace tellfirst::smtp;
using Clock = std::chrono::steady_clock;

namespace {

struct Wish {
    Relay relay;
    std::size_t messages = 0;
    std::size_t connections = 0;
};

constexpr std::size_t message_bytes = 4850;  // as long as the notice of bench/fanout.py
constexpr std::string_view envelope = "MAIL FROM:<us@x.test>\r\nRCPT TO:<c@y.test>\r\nDATA\r\n";

std::string notice()
{
    std::string text = "From: us@x.test\nTo: c@y.test\nSubject: notice\n\n";
    while (text.size() < message_bytes)
        text += "The quick brown fox jumps over the lazy dog, and then over it again.\n";
    return compile(text);
}

// One connection with one group under way. It knows what it waits for only as a number of lines.
class Bare {
  public:
    Bare(Relay const& relay, std::size_t messages) : left_{messages}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(relay.port);
        ::inet_pton(AF_INET, relay.host.c_str(), &address.sin_addr);
        int const yes = 1;
        ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (::connect(fd_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
            throw std::runtime_error{"nobody listens there"};
        wait_for("220 ");
        write("EHLO bench\r\n", 0);
        wait_for("250 ");
        write(envelope, 3);
    }
    ~Bare() { ::close(fd_); }
    Bare(Bare const&) = delete;
    Bare& operator=(Bare const&) = delete;

    [[nodiscard]] int fd() const { return fd_; }
    [[nodiscard]] bool is_done() const { return left_ == 0 && lines_due_ == 0; }

    // The socket is readable: take the answers, and say what follows when all are there.
    void go_on(std::string const& body_and_envelope)
    {
        auto const answers = read();
        lines_due_ -=
            std::min(lines_due_, static_cast<std::size_t>(std::ranges::count(answers, '\n')));
        if (lines_due_ > 0 || left_ == 0)
            return;
        --left_;
        std::string_view const group = body_and_envelope;
        if (left_ > 0)
            write(group, 4);
        else
            write(group.substr(0, group.size() - envelope.size()), 1);
    }

  private:
    void write(std::string_view bytes, std::size_t answers)
    {
        lines_due_ = answers;
        while (!bytes.empty()) {
            auto const sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                throw std::runtime_error{"the sink has hung up"};
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    std::string_view read()
    {
        auto const got = ::recv(fd_, room_.data(), room_.size(), 0);
        if (got <= 0)
            throw std::runtime_error{"the sink has hung up"};
        return {room_.data(), static_cast<std::size_t>(got)};
    }

    void wait_for(std::string_view last_line)
    {
        std::string heard;
        while (!heard.starts_with(last_line) && !heard.contains("\n" + std::string{last_line}))
            heard += read();
    }

    int fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::size_t left_;
    std::size_t lines_due_ = 0;
    std::array<char, 4096> room_{};
};

void send_bare(Wish const& wish)
{
    auto const group = fmt::format("{}.\r\n{}", notice(), envelope);
    std::vector<std::unique_ptr<Bare>> connections;
    std::vector<pollfd> polled;
    for (std::size_t i = 0; i < wish.connections; ++i) {
        auto const share =
            wish.messages / wish.connections + (i < wish.messages % wish.connections);
        if (share == 0)
            break;
        connections.push_back(std::make_unique<Bare>(wish.relay, share));
        polled.push_back({.fd = connections.back()->fd(), .events = POLLIN, .revents = 0});
    }
    for (std::size_t busy = connections.size(); busy > 0;) {
        ::poll(polled.data(), polled.size(), -1);
        for (std::size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents == 0)
                continue;
            connections[i]->go_on(group);
            if (connections[i]->is_done()) {
                polled[i].fd = -1;  // poll skips it from now on
                --busy;
            }
        }
    }
}

void send_by_sender(Wish const& wish)
{
    auto const data = notice();
    std::size_t pulled = 0;
    std::size_t accepted = 0;
    std::size_t reported = 0;
    std::mutex mutex;
    std::condition_variable done;
    Sender sender{
        std::vector{wish.relay},
        {.connections = wish.connections, .messages_a_connection = wish.messages},
        [&](std::size_t want) {
            std::vector<Outgoing> batch;
            for (; batch.size() < want && pulled < wish.messages; ++pulled)
                batch.push_back({pulled, "us@x.test", "c@y.test", data});
            return batch;
        },
        [&](std::vector<Outcome> const& outcomes) {
            std::lock_guard const lock{mutex};
            reported += outcomes.size();
            accepted += static_cast<std::size_t>(
                std::ranges::count(outcomes, Outcome::Kind::accepted, &Outcome::kind));
            if (reported == wish.messages)
                done.notify_one();
        }};
    sender.kick();
    std::unique_lock lock{mutex};
    done.wait(lock, [&] { return reported == wish.messages; });
    if (accepted != wish.messages)
        throw std::runtime_error{fmt::format("only {} were accepted", accepted)};
}

}  // namespace

int main(int count, char** arguments)
try {
    std::vector<std::string> const words{arguments, arguments + count};
    auto const relay = words.size() > 3 ? Relay::parse("smtp://" + words[1])
                                        : tellfirst::Result<Relay>{tellfirst::Problem{}};
    if (relay.has_error()) {
        fmt::print(stderr, "fanout_limit HOST:PORT MESSAGES CONNECTIONS [bare|sender]\n");
        return 2;
    }
    Wish const wish{*relay, std::stoul(words[2]), std::stoul(words[3])};
    auto const begun = Clock::now();
    if (words.size() > 4 && words[4] == "sender")
        send_by_sender(wish);
    else
        send_bare(wish);
    std::chrono::duration<double> const took = Clock::now() - begun;
    fmt::print("{:.0f}\n", static_cast<double>(wish.messages) / took.count());
    return 0;
} catch (std::exception const& problem) {
    fmt::print(stderr, "fanout_limit: {}\n", problem.what());
    return 1;
}
