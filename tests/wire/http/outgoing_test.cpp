// The list of notices about outgoing connections, over real sockets. Every connect of this program
// is seen here, so that of what is refused we know that nobody was called.
#include "wire/http/client.hpp"
#include "wire/http/compress.hpp"
#include "wire/http/silent_peer.hpp"
#include "wire/http/tricks.hpp"

#include <doctest/doctest.h>
#include <sys/syscall.h>

#include <mutex>
#include <thread>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace tellfirst::http::tricks;
using namespace std::chrono_literals;

namespace {

struct Calls {
    std::mutex lock;
    bool are_watched = false;
    std::vector<std::string> seen = {};
};

Calls& calls()
{
    static Calls all;
    return all;
}

}  // namespace

// libcurl's connect is this one: the program's symbols come before those of libc.
extern "C" int connect(int socket, sockaddr const* address, socklen_t size)
{
    auto const called = address_of(*address);
    if (std::lock_guard const guard{calls().lock}; called && calls().are_watched) {
        auto const port = called->is_v6 ? reinterpret_cast<sockaddr_in6 const*>(address)->sin6_port
                                        : reinterpret_cast<sockaddr_in const*>(address)->sin_port;
        calls().seen.push_back(fmt::format("{}:{}", to_text(*called), ntohs(port)));
    }
    return static_cast<int>(::syscall(SYS_connect, socket, address, size));
}

namespace {

using Called = std::vector<std::string>;

// Who was called since it began.
class Watch {
  public:
    Watch() { set(true); }
    ~Watch() { set(false); }
    Watch(Watch const&) = delete;
    Watch& operator=(Watch const&) = delete;

    [[nodiscard]] Called called() const
    {
        std::lock_guard const guard{calls().lock};
        return calls().seen;
    }

  private:
    static void set(bool watched)
    {
        std::lock_guard const guard{calls().lock};
        calls().are_watched = watched;
        calls().seen.clear();
    }
};

// A peer on this machine, allowed as peer.test: it says `first`, and then `more` again and again
// until nobody listens any more.
class Talker {
  public:
    struct Script {
        std::string first;
        std::string more = {};
        std::chrono::milliseconds pause = {};
    };

    explicit Talker(Script script) : script_{std::move(script)} {}

    [[nodiscard]] std::string place() const { return fmt::format("127.0.0.1:{}", peer_.port()); }
    [[nodiscard]] Result<Answered>
    asked(std::chrono::milliseconds deadline = 15s, Resolve const& resolve = here) const
    {
        return ask(
            {.allow = {{"peer.test", peer_.port()}}},
            {.url = fmt::format("http://peer.test:{}/", peer_.port()), .deadline = deadline},
            resolve);
    }
    [[nodiscard]] static std::vector<Address> here(std::string const&, std::chrono::milliseconds)
    {
        return {at("127.0.0.1")};
    }

  private:
    void talk(std::stop_token const& stop) const
    {
        auto const socket = peer_.take();
        std::array<char, 4096> question{};  // small enough to come in one piece
        bool is_heard = socket >= 0 && ::recv(socket, question.data(), question.size(), 0) > 0 &&
                        say(socket, script_.first);
        while (is_heard && !script_.more.empty() && !stop.stop_requested()) {
            is_heard = say(socket, script_.more);
            std::this_thread::sleep_for(script_.pause);
        }
        ::close(socket);
    }
    [[nodiscard]] static bool say(int socket, std::string_view words)
    {
        return ::send(socket, words.data(), words.size(), MSG_NOSIGNAL) > 0;
    }

    Script script_;
    SilentPeer peer_;
    std::jthread thread_{[this](std::stop_token const& stop) { talk(stop); }};
};

// Whoever reads it all has a megabyte of nothing.
[[nodiscard]] std::string bomb()
{
    return gzip(std::string(1'000'000, '\0'));
}

void set_proxy(std::string const& place)
{
    for (auto const* name :
         {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        if (place.empty())
            ::unsetenv(name);
        else
            ::setenv(name, place.c_str(), 1);
    }
}

}  // namespace

TEST_CASE("ask: whoever is called is seen by these tests")
{
    Talker const peer{{.first = "HTTP/1.1 204 No Content\r\n\r\n"}};
    Watch const watch;
    CHECK(peer.asked().value().status == 204);
    CHECK(watch.called() == Called{peer.place()});
}

TEST_CASE("ask: nobody is called who is private, in whatever spelling")
{
    Watch const watch;
    for (auto const& host : private_hosts())
        for (auto const* form : {"http://{}/", "https://{}/", "https://{}:8443/hook"}) {
            auto const url = fmt::format(fmt::runtime(form), host);
            auto const answered = ask({}, {.url = url}, fake_names);
            REQUIRE_MESSAGE(answered.has_error(), url);
            CHECK_MESSAGE(answered.error().code == "outgoing.private_address", url);
        }
    CHECK(watch.called().empty());
}

TEST_CASE("ask: nobody is called by an address that is none")
{
    Watch const watch;
    for (auto const& url : bad_urls()) {
        auto const answered = ask({}, {.method = "POST", .url = url, .body = "{}"}, fake_names);
        REQUIRE_MESSAGE(answered.has_error(), url);
        CHECK_MESSAGE(answered.error().code == "outgoing.bad_url", url);
    }
    CHECK(watch.called().empty());
}

TEST_CASE("ask: we do not call ourselves, nor who has no address")
{
    Watch const watch;
    Outgoing const outgoing{.own_names = {"good.test"}};
    CHECK(
        ask(outgoing, {.url = "https://GOOD.test./"}, fake_names).error().code ==
        "outgoing.own_name");
    CHECK(
        ask({}, {.url = "https://nobody.test/"}, fake_names).error().code == "outgoing.unresolved");
    CHECK(watch.called().empty());
}

TEST_CASE("ask: nobody is called with a header that would begin another")
{
    using namespace std::string_literals;
    Watch const watch;
    for (auto const& [name, value] :
         {std::pair{"X"s, "a\r\nY: b"s},
          {"X"s, "a\nb"s},
          {"X"s, "a\0b"s},
          {"X: y\r\nZ"s, "a"s},
          {"X\0"s, "a"s},
          {""s, "a"s}}) {
        auto const answered =
            ask({}, {.url = "https://good.test/", .headers = {{name, value}}}, fake_names);
        REQUIRE(answered.has_error());
        CHECK(answered.error().code == "outgoing.bad_header");
    }
    CHECK(
        ask({}, {.method = "GET / HTTP/1.1\r\nX: y", .url = "https://good.test/"}, fake_names)
            .error()
            .code == "outgoing.bad_header");
    CHECK(watch.called().empty());
}

TEST_CASE("ask: where a redirect points to is not called")
{
    for (int const status : {301, 302, 303, 307, 308}) {
        SilentPeer const inside;
        Talker const peer{
            {.first = fmt::format(
                 "HTTP/1.1 {} Moved\r\nLocation: http://127.0.0.1:{}/\r\nContent-Length: 0\r\n\r\n",
                 status, inside.port())}};
        Watch const watch;
        CHECK(peer.asked().value().status == status);
        CHECK(watch.called() == Called{peer.place()});
    }
}

TEST_CASE("ask: a name that changes its mind after the check changes nothing")
{
    Talker const peer{{.first = "HTTP/1.1 204 No Content\r\n\r\n"}};
    int times = 0;
    auto const rebinding = [&](std::string const&, std::chrono::milliseconds) {
        return std::vector{at(++times == 1 ? "127.0.0.1" : "127.0.0.2")};
    };
    Watch const watch;
    CHECK(peer.asked(15s, rebinding).value().status == 204);
    CHECK(times == 1);
    CHECK(watch.called() == Called{peer.place()});
}

TEST_CASE("ask: an answer that never ends costs no more than we read")
{
    auto const piece = std::string(4096, 'x');
    for (auto const& script :
         {Talker::Script{.first = "HTTP/1.1 200 OK\r\n\r\n", .more = piece},
          Talker::Script{
              .first = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
              .more = fmt::format("1000\r\n{}\r\n", piece)},
          Talker::Script{.first = "HTTP/1.1 200 OK\r\n", .more = "X: " + piece + "\r\n"}}) {
        Talker const peer{script};
        auto const answered = peer.asked();
        REQUIRE(answered.has_error());
        CHECK(answered.error().code == "outgoing.too_large");
    }
}

TEST_CASE("ask: an answer that trickles costs no more than the deadline")
{
    for (auto const& script :
         {Talker::Script{.first = "HTTP/1.1 200 OK\r\nX: ", .more = "y", .pause = 5ms},
          Talker::Script{.first = "HTTP/1.1 200 OK\r\n\r\n", .more = "y", .pause = 5ms}}) {
        Talker const peer{script};
        auto const answered = peer.asked(200ms);
        REQUIRE(answered.has_error());
        CHECK(answered.error().code == "outgoing.timed_out");
    }
}

TEST_CASE("ask: a small answer does not become a large one")
{
    auto const packed = bomb();
    Talker const peer{
        {.first = fmt::format(
             "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n{}",
             packed.size(), packed)}};
    CHECK(peer.asked().value().body == packed);

    Talker const other{
        {.first =
             "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nConnection: close\r\n\r\n" + packed}};
    auto const answered = other.asked();
    CHECK((answered.has_error() || answered->body.size() <= most_answer_bytes));
}

TEST_CASE("ask: the environment's proxy is not called")
{
    SilentPeer const proxy;
    Talker const peer{{.first = "HTTP/1.1 204 No Content\r\n\r\n"}};
    set_proxy(fmt::format("http://127.0.0.1:{}/", proxy.port()));
    Watch const watch;
    auto const answered = peer.asked();
    auto const called = watch.called();
    set_proxy("");
    CHECK(answered.value().status == 204);
    CHECK(called == Called{peer.place()});
}
