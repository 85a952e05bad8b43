#pragma once
// The inside of the server, and the only header that sees Asio. All of it lives on the one I/O
// thread; other threads reach it through asio::post.
//
//   server.cpp      listens, accepts, sweeps, stops
//   socket.cpp      one connection's bytes, with TLS or without
//   connection.cpp  one connection's requests: read, limit, reply
//   dispatch.cpp    one request to the database or the pool and back
//   event_hub.cpp   who listens to facts, and what they have yet to be sent
//   stream.cpp      one event stream
//   pieces.cpp      one reply that is too long for memory
#include "wire/http/server.hpp"
#include "wire/http/work_pool.hpp"

#include "db/db.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <deque>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace tellfirst::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using Steady = std::chrono::steady_clock;

// Errors of sockets are ordinary here, so they come as values.
inline constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

// A connection's socket, known to the sweep as long as it lives.
class Socket {
  public:
    Socket(Server::Inside& in, Tcp::socket plain);
    ~Socket();
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;

    using Buffers = std::array<asio::const_buffer, 3>;

    [[nodiscard]] asio::awaitable<ErrorCode> handshake();
    [[nodiscard]] asio::awaitable<std::tuple<ErrorCode, std::size_t>>
    read_some(asio::mutable_buffer into);
    // All of it, within the deadline for writing.
    [[nodiscard]] asio::awaitable<ErrorCode> write(Buffers buffers);
    // Says goodbye. Where the peer may still be sending, waits for its end, too: closing at once
    // would reset the connection before it has read why we refuse.
    [[nodiscard]] asio::awaitable<void> finish();
    void close();
    // Closes so that the peer cannot take what it has for all of it.
    void break_off();

    [[nodiscard]] std::string const& peer() const { return peer_; }

    // When the sweep closes this socket.
    void give_until(std::chrono::milliseconds time) { deadline_ = Steady::now() + time; }
    void give_forever() { deadline_ = Steady::time_point::max(); }
    [[nodiscard]] Steady::time_point deadline() const { return deadline_; }

    bool is_idle = true;      // between two requests: closed at once when the server stops
    bool has_unread = false;  // we answered before the request was read to its end

  private:
    Server::Inside& in_;
    Tcp::socket plain_;
    std::unique_ptr<asio::ssl::stream<Tcp::socket&>> tls_;
    std::string peer_;
    Steady::time_point deadline_ = Steady::time_point::max();
};

// One event stream, as the hub sees it.
struct Listener {
    using Chunk = std::shared_ptr<std::string const>;  // one fact's bytes, shared by all streams

    Socket& socket;
    std::int64_t position = 0;  // the last fact that it has or will have
    asio::steady_timer wake;
    std::deque<Chunk> queue = {};
    std::size_t queued = 0;  // bytes
    bool ended = false;

    void push(Chunk chunk, std::size_t most_queued);
    void end();
};

class EventHub {
  public:
    explicit EventHub(Server::Inside& in) : in_{in} {}

    // From now on the listener is sent what comes behind its position, which must not be before
    // the hub's own.
    void join(Listener& listener);
    void leave(Listener& listener) { listeners_.erase(&listener); }

    void fetch();       // there may be news
    void keep_alive();  // time for a comment
    void stop();

    [[nodiscard]] std::int64_t position() const { return position_; }

  private:
    struct Batch {
        std::vector<std::pair<std::int64_t, Listener::Chunk>> events;
    };
    void deliver(Batch const& batch);

    Server::Inside& in_;
    std::unordered_set<Listener*> listeners_;
    std::int64_t position_ = 0;  // the last fact that was handed out
    bool fetching_ = false;
    bool again_ = false;
};

struct Server::Inside {
    explicit Inside(Options given);

    Options options;
    asio::io_context io{1};
    std::optional<asio::ssl::context> tls;
    Tcp::acceptor acceptor{io};
    asio::steady_timer sweep_timer{io};
    asio::steady_timer stop_timer{io};
    std::unordered_set<Socket*> sockets;
    RateLimit strangers;
    std::unordered_map<Route const*, RateLimit> own_rates;  // of routes that take gusts
    EventHub hub{*this};
    // What ends each head, as of the last sweep: Date, Connection, the empty line.
    std::string tail_to_keep;
    std::string tail_to_close;
    Steady::time_point last_keep_alive = Steady::now();
    std::uint16_t port = 0;
    bool stopping = false;
    std::thread thread;
    WorkPool pool;  // last: its threads end before the rest goes

    void begin_stop(std::chrono::milliseconds deadline);
};

// One request on its way. Shared with the thread that works on it.
struct Exchange {
    Route const* route = nullptr;
    Request request;
    std::optional<Result<Reply>> result = {};
};

asio::awaitable<void> accept_all(Server::Inside& in);
asio::awaitable<void> sweep_all(Server::Inside& in);

// A connection from its first byte to its last.
asio::awaitable<void> serve(Server::Inside& in, Tcp::socket plain);

// Runs the route's handler and turns its end, whatever it was, into a reply.
asio::awaitable<Reply> dispatch(Server::Inside& in, std::shared_ptr<Exchange> exchange);

// A page that is made when asked for, awaited likewise.
asio::awaitable<Result<std::shared_ptr<HotPage const>>>
make_page(Server::Inside& in, std::string host, std::string path);

// A transaction, awaited from the I/O thread.
asio::awaitable<db::Outcome> transact(Server::Inside& in, bool writes, db::Database::Verb verb);

// What a client is told of a transaction that did not end well.
[[nodiscard]] Reply reply_to_failure(db::Outcome const& outcome, Route const& route);

asio::awaitable<ErrorCode>
send(Server::Inside& in, Socket& socket, Reply const& reply, bool with_body, bool keep);

// How a reply is written down: "chunked" is not known to HTTP/1.0, where the end of the connection
// is the end of the body.
struct Framing {
    bool with_body = true;
    bool keep = false;
    bool chunked = true;
};

// Sends a reply that comes in pieces, made one by one. Answers whether the connection goes on.
asio::awaitable<bool> send_in_pieces(
    Server::Inside& in, Socket& socket, std::shared_ptr<Exchange> exchange, Reply reply,
    Framing framing);

// Sends facts until somebody hangs up.
asio::awaitable<void>
stream_facts(Server::Inside& in, Socket& socket, std::shared_ptr<Exchange> exchange);

}  // namespace tellfirst::http
