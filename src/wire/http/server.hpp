#pragma once
// The server: one I/O thread that reads, limits and writes; the work is done on the threads of the
// database and of a small pool.
#include "wire/http/answer.hpp"
#include "wire/http/hot_page.hpp"
#include "wire/http/rate_limit.hpp"

namespace tellfirst::http {

struct TlsFiles {
    std::string certificate;  // PEM, with its chain
    std::string key;          // PEM
};

struct Listen {
    std::string host = "127.0.0.1";  // an address, not a name
    std::uint16_t port = 0;          // 0: any free one
    std::optional<TlsFiles> tls = {};
};

// How long a peer may take and how much it may have; there is no wait without an end.
struct Limits {
    std::chrono::milliseconds header{10'000};      // from its first byte
    std::chrono::milliseconds body{30'000};        // and a second more for each 64 KiB
    std::chrono::milliseconds idle{60'000};        // between two requests
    std::chrono::milliseconds write{30'000};       // until a reply is taken, likewise
    std::chrono::milliseconds keep_alive{15'000};  // between two comments of an event stream
    std::chrono::milliseconds sweep{1'000};        // how exactly all of these are kept
    std::size_t most_connections = 20'000;
    std::size_t stream_queue = 64 * 1024;  // bytes that an event stream may be behind
    Rate strangers = {};                   // writes of one address to what is open to anyone
};

// Asked for each GET and HEAD before the table, on the I/O thread: answers at once or nothing.
// `host` is as host_name (urls.hpp) makes it. What it has at lost_path (hot_page.hpp) answers for
// all that nobody knows, but for the API, which tells programs what is wrong.
using HotPages =
    std::function<std::shared_ptr<HotPage const>(std::string_view host, std::string_view path)>;

// What is not there for those who come by this host: it answers as an address that nobody knows.
// Asked for each request, on the I/O thread: answers at once.
using Hides = std::function<bool(std::string_view host, std::string_view path)>;

// Pages that are made when somebody asks for them: each GET and HEAD below `prefix` that neither
// the hot pages nor the table know (or for which its row answers http.no_such_path) comes here, on
// a thread of the pool. Nothing where there is no such page; an error where it cannot be said.
struct MadePages {
    std::string prefix = {};  // "/p/"
    std::function<Result<std::shared_ptr<HotPage const>>(
        std::string_view host, std::string_view path)>
        make = {};
};

class Server {
  public:
    struct Options {
        Listen listen;
        Table const& table;  // must outlive the server, like all of House
        House house;
        Resolver resolver;
        HotPages hot = {};
        Hides hides = {};
        MadePages made = {};
        Limits limits = {};
        std::vector<std::string> trusted_proxies = {};  // whose X-Forwarded-For counts
    };

    explicit Server(Options options);
    ~Server();  // stops, without waiting for anybody
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Listens and answers from its own thread. Throws where the address is taken or a TLS file
    // cannot be read.
    void start();

    [[nodiscard]] std::uint16_t port() const;

    // Takes no new connection, closes idle ones and event streams, lets requests in flight end
    // within `deadline`, then closes what is left. Returns when the last transaction has ended.
    void stop(std::chrono::milliseconds deadline = std::chrono::seconds{5});

    struct Inside;

  private:
    std::shared_ptr<Inside> inside_;  // shared with the database's wake-up call, which stays
};

}  // namespace tellfirst::http
