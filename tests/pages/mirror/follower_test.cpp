#include "pages/copies.hpp"
#include "pages/mirror/document.hpp"
#include "pages/pages.hpp"
#include "pages/shelf.hpp"
#include "support/database.hpp"
#include "support/results.hpp"
#include "support/temp_dir.hpp"
#include "wire/http/server.hpp"
#include "wire/http/silent_peer.hpp"
#include "wire/http/table.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

// A server that shows one page under any name.
class Peer {
  public:
    // Whoever asks for the page gets another one than the list says, so many times.
    explicit Peer(Instant made, int renewals = 0) : shelf_{shelf_made(made)}, renewals_{renewals}
    {
        server_.start();
    }

    [[nodiscard]] std::string url() const
    {
        return fmt::format("http://localhost:{}", server_.port());
    }

  private:
    static std::shared_ptr<Shelf const> shelf_made(Instant at)
    {
        Snapshot snapshot{
            .made = at,
            .default_host = "localhost",
            .copies = {
                {.host = "localhost",
                 .path = "/status.json",
                 .type = "application/json",
                 .body = R"({"services":[{"state":"operational"}]})"}}};
        snapshot.copies.push_back(mirror_documents(snapshot)[0]);
        return Shelf::of(snapshot);
    }

    [[nodiscard]] std::shared_ptr<http::HotPage const>
    find(std::string_view host, std::string_view path)
    {
        bool const is_renewed = path == "/status.json" && renewals_-- > 0;
        return shelf_->find(host, is_renewed ? mirror_path : path);
    }

    std::shared_ptr<Shelf const> shelf_;
    std::atomic<int> renewals_;
    support::World world_;
    http::Table table_;
    http::Server server_{
        {.listen = {},
         .table = table_,
         .house = world_.house(),
         .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
         .hot = [this](std::string_view host, std::string_view path) { return find(host, path); }}};
};

// What it comes to show there; "" where that takes longer than anybody waits.
std::string comes_to_show(Follower const& follower, std::string_view host, std::string_view path)
{
    auto const deadline = std::chrono::steady_clock::now() + 30s;
    while (std::chrono::steady_clock::now() < deadline) {
        if (auto const page = follower.find(host, path))
            return page->identity.body;
        std::this_thread::sleep_for(5ms);
    }
    return {};
}

}  // namespace

// How it follows a server that lives is tested with one (tests/scenarios/mirror_test.py).

TEST_CASE("Follower: what was kept is shown at once, though nobody answers")
{
    support::TempDir const folder;
    auto const data = folder.path().string();
    REQUIRE(Copies{data}.keep(
        {.made = {},
         .default_host = "else.test",
         .copies = {{.host = "127.0.0.1", .path = "/", .body = "last seen"}}}));
    Follower follower{data, {"http://127.0.0.1:1"}};  // a port on which nobody listens
    CHECK(follower.find("127.0.0.1", "/") == nullptr);
    follower.start();
    auto const page = follower.find("by-another-name.test", "/");
    REQUIRE(page != nullptr);
    CHECK(page->identity.body == "last seen");
    follower.stop();
}

TEST_CASE("Follower: an origin that never answers delays neither another one's pages nor our stop")
{
    support::TempDir const folder;
    http::SilentPeer const silent;
    Peer const peer{Clock::machine_now()};
    Follower follower{
        folder.path().string(), {fmt::format("http://127.0.0.1:{}", silent.port()), peer.url()}};
    follower.start();
    CHECK(comes_to_show(follower, "localhost", "/status.json").contains("operational"));
    CHECK(follower.find("127.0.0.1", "/status.json") == nullptr);
    silent.wait_for_caller();

    auto const begun = std::chrono::steady_clock::now();
    follower.stop();
    CHECK(
        std::chrono::steady_clock::now() - begun < 8s);  // and not the 15 s that an answer may take
}

TEST_CASE("Follower: pages that their own server has not renewed are not green")
{
    support::TempDir const folder;
    Peer const peer{Clock::machine_now() - 3min};
    Follower follower{folder.path().string(), {peer.url()}};
    follower.start();
    CHECK(comes_to_show(follower, "localhost", "/status.json").contains("unknown"));
    follower.stop();
    auto const kept = Copies{folder.path().string()}.read();
    REQUIRE(kept);
    CHECK(kept->copies[0].body.text().contains("operational"));  // as it was said
}

TEST_CASE("Follower: two origins with one host name cannot be told apart, and are refused")
{
    std::vector<std::string> const different{"https://a.test", "https://b.test"};
    CHECK(Follower::check(different));
    std::vector<std::string> const same{"https://a.test", "https://A.test:8443"};
    auto const refused = Follower::check(same);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "mirror.same_host");
    CHECK(refused.error().detail.contains("8443"));
}

TEST_CASE("Follower: pages that are renewed while it looks are there a moment later")
{
    support::TempDir const folder;
    // Seven times three looks: would it then wait as long as it does after others, nobody waited.
    Peer const peer{Clock::machine_now(), 21};
    Follower follower{folder.path().string(), {peer.url()}};
    follower.start();
    CHECK(comes_to_show(follower, "localhost", "/status.json").contains("operational"));
}
