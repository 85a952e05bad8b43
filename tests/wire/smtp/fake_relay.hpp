#pragma once
// An SMTP server that does what a test tells it, over real sockets on 127.0.0.1.
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace tellfirst::smtp {

// A certificate for 127.0.0.1 that signed itself.
struct Certificate {
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key{EVP_EC_gen("P-256"), EVP_PKEY_free};
    std::unique_ptr<X509, void (*)(X509*)> x509{X509_new(), X509_free};

    Certificate()
    {
        X509_set_version(x509.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), key.get());
        auto* const name = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(
            name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("relay"), -1, -1, 0);
        X509_set_issuer_name(x509.get(), name);
        auto* const san =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
        X509_add_ext(x509.get(), san, -1);
        X509_EXTENSION_free(san);
        X509_sign(x509.get(), key.get(), EVP_sha256());
    }

    void write_to(std::string const& path) const
    {
        auto* const file = std::fopen(path.c_str(), "w");
        PEM_write_X509(file, x509.get());
        std::fclose(file);
    }
};

class FakeRelay {
  public:
    enum class Tls { none, starttls, at_once };

    // Called for each command ("CONNECT" at the beginning, "." for the end of data) with the
    // number of the connection, from 1. Answers the reply; "" lets the relay do the right thing,
    // "close" closes, "silence" never says anything again.
    using Hook = std::function<std::string(int connection, std::string const& command)>;

    explicit FakeRelay(Hook hook = {}, Tls tls = Tls::none, std::uint16_t port = 0)
        : hook_{std::move(hook)}, tls_{tls}
    {
        SSL_CTX_use_certificate(context_.get(), certificate.x509.get());
        SSL_CTX_use_PrivateKey(context_.get(), certificate.key.get());
        int const yes = 1;
        ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener_, 64) != 0)
            throw std::runtime_error{"the fake relay cannot listen"};
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        acceptor_ = std::thread{[this] { accept(); }};
    }

    ~FakeRelay()
    {
        ::shutdown(listener_, SHUT_RDWR);
        acceptor_.join();
        {
            std::lock_guard const lock{mutex_};
            for (int const fd : open_)
                ::shutdown(fd, SHUT_RDWR);
        }
        for (auto& peer : peers_)
            peer.join();
        ::close(listener_);
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    // How often each recipient's message was taken.
    [[nodiscard]] std::map<std::string, int> taken() const
    {
        std::lock_guard const lock{mutex_};
        return taken_;
    }
    [[nodiscard]] std::string last_data() const
    {
        std::lock_guard const lock{mutex_};
        return last_data_;
    }
    [[nodiscard]] int connections() const
    {
        std::lock_guard const lock{mutex_};
        return connections_;
    }

    [[nodiscard]] bool has_heard(std::string const& command) const
    {
        std::lock_guard const lock{mutex_};
        return heard_.contains(command);
    }

    // Waits until some client has said it; false after five seconds.
    [[nodiscard]] bool hears(std::string const& command)
    {
        std::unique_lock lock{mutex_};
        return heard_changed_.wait_for(
            lock, std::chrono::seconds{5}, [&] { return heard_[command] > 0; });
    }

    Certificate certificate;

  private:
    struct Peer {
        int fd;
        int number;
        std::unique_ptr<SSL, void (*)(SSL*)> ssl{nullptr, SSL_free};
        std::string buffer = {};
        std::string recipient = {};  // "": none was taken
        bool in_mail = false;

        bool read()
        {
            std::array<char, 65536> room;
            auto const got = ssl ? SSL_read(ssl.get(), room.data(), static_cast<int>(room.size()))
                                 : static_cast<int>(::recv(fd, room.data(), room.size(), 0));
            if (got > 0)
                buffer.append(room.data(), static_cast<std::size_t>(got));
            return got > 0;
        }
        std::optional<std::string> exactly(std::size_t size)
        {
            while (buffer.size() < size)
                if (!read())
                    return std::nullopt;
            auto const text = buffer.substr(0, size);
            buffer.erase(0, size);
            return text;
        }
        // Up to and with `end`; nothing where the client has gone.
        std::optional<std::string> until(std::string const& end)
        {
            while (!buffer.contains(end))
                if (!read())
                    return std::nullopt;
            auto const size = buffer.find(end) + end.size();
            auto const text = buffer.substr(0, size);
            buffer.erase(0, size);
            return text;
        }
        void say(std::string const& reply) const
        {
            auto const line = reply + "\r\n";
            if (ssl)
                SSL_write(ssl.get(), line.data(), static_cast<int>(line.size()));
            else
                ::send(fd, line.data(), line.size(), MSG_NOSIGNAL);
        }
    };

    void accept()
    {
        while (true) {
            int const fd = ::accept(listener_, nullptr, nullptr);
            if (fd < 0)
                return;
            std::lock_guard const lock{mutex_};
            open_.push_back(fd);
            peers_.emplace_back([this, fd, number = ++connections_] { serve({fd, number}); });
        }
    }

    void serve(Peer peer)
    {
        if (tls_ != Tls::at_once || encrypt(peer))
            if (answer(peer, "CONNECT", "220 relay"))
                while (auto const line = peer.until("\r\n"))
                    if (!take(peer, line->substr(0, line->size() - 2)))
                        break;
        std::lock_guard const lock{mutex_};
        std::erase(open_, peer.fd);
        ::close(peer.fd);
    }

    bool encrypt(Peer& peer)
    {
        peer.ssl.reset(SSL_new(context_.get()));
        SSL_set_fd(peer.ssl.get(), peer.fd);
        return SSL_accept(peer.ssl.get()) == 1;
    }

    // Does the conversation go on?
    bool take(Peer& peer, std::string const& command)
    {
        {
            std::lock_guard const lock{mutex_};
            ++heard_[command];
            heard_changed_.notify_all();
        }
        auto const offers_tls = tls_ == Tls::starttls && !peer.ssl;
        if (command.starts_with("EHLO"))
            return answer(
                       peer, command,
                       offers_tls ? "250-relay\r\n250-STARTTLS\r\n250 PIPELINING"
                                  : "250-relay\r\n250 PIPELINING")
                .has_value();
        if (command == "STARTTLS")
            return answer(peer, command, "220 go") && (tls_ == Tls::none || encrypt(peer));
        if (command.starts_with("MAIL") || command.starts_with("RCPT"))
            return take_envelope(peer, command);
        if (command.starts_with("BDAT ")) {
            auto const data = peer.exactly(std::stoul(command.substr(5)));
            return data && end_data(peer, *data);
        }
        if (command == "RSET")
            peer.in_mail = false;
        if (command != "DATA")
            return answer(peer, command, "250 ok") && command != "QUIT";
        if (!answer(peer, command, "354 go"))
            return false;
        while (peer.buffer.size() < 3)
            if (!peer.read())
                return false;
        auto const data = peer.until(peer.buffer.starts_with(".\r\n") ? ".\r\n" : "\r\n.\r\n");
        peer.in_mail = false;
        return data && end_data(peer, *data);
    }

    bool take_envelope(Peer& peer, std::string const& command)
    {
        bool const is_mail = command.starts_with("MAIL");
        auto const said =
            answer(peer, command, is_mail && peer.in_mail ? "503 5.5.1 nested MAIL" : "250 ok");
        bool const taken = said && said->starts_with("2");
        if (is_mail)
            peer.in_mail |= taken;
        peer.recipient = !is_mail && taken ? command.substr(9, command.size() - 10) : "";
        return said.has_value();
    }

    bool end_data(Peer& peer, std::string const& data)
    {
        if (peer.recipient.empty()) {
            // Like Postfix: a refused BDAT does not end the envelope.
            peer.say("503 5.5.1 no recipient");
            return true;
        }
        auto const reply = hook_ ? hook_(peer.number, ".") : std::string{};
        if (is_end(peer, reply))
            return false;
        peer.in_mail = false;
        if (reply.empty() || reply.starts_with("2")) {
            std::lock_guard const lock{mutex_};
            ++taken_[peer.recipient];
            last_data_ = data;
        }
        peer.say(reply.empty() ? "250 2.0.0 taken" : reply);
        return true;
    }

    static bool is_end(Peer& peer, std::string const& reply)
    {
        if (reply == "silence")
            while (peer.read()) {
            }
        return reply == "silence" || reply == "close";
    }

    // What was said, where the conversation goes on.
    std::optional<std::string>
    answer(Peer& peer, std::string const& command, std::string const& usual)
    {
        auto const reply = hook_ ? hook_(peer.number, command) : std::string{};
        if (is_end(peer, reply))
            return std::nullopt;
        auto const& said = reply.empty() ? usual : reply;
        peer.say(said);
        return said.starts_with("421") ? std::nullopt : std::optional{said};
    }

    Hook hook_;
    Tls tls_;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_{
        SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    int listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::uint16_t port_ = 0;

    mutable std::mutex mutex_;
    std::condition_variable heard_changed_;
    std::map<std::string, int> heard_;
    std::map<std::string, int> taken_;
    std::string last_data_;
    std::vector<int> open_;
    int connections_ = 0;
    std::list<std::thread> peers_;
    std::thread acceptor_;
};

}  // namespace tellfirst::smtp
