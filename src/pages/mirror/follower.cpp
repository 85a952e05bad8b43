// A stand-in for servers that may be gone: it looks at them every few seconds and keeps what it
// saw. It has no database and renders nothing, so it can be wrong only by being old, which the
// pages say themselves.
#include "kernel/clock.hpp"
#include "kernel/log.hpp"
#include "pages/copies.hpp"
#include "pages/mirror/document.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/pages.hpp"
#include "pages/shelf.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;

// A page is renewed each minute, and a caching reader shows it for 15 seconds.
constexpr auto look_every = 5s;

// A page that was renewed while we read is there at the next look; seldom at three in a row.
constexpr int most_looks = 3;

struct Origin {
    std::string host;
    Get get;
    bool failed = false;
};

}  // namespace

struct Follower::Inside {
    explicit Inside(std::string const& data) : copies{data} {}

    Copies copies;
    std::vector<Origin> origins;
    std::atomic<std::shared_ptr<Shelf const>> shelf = std::make_shared<Shelf const>();

    std::mutex lock;
    std::condition_variable wake;
    bool running = false;
    std::thread thread;

    Snapshot shown;  // only the thread sees it once it runs

    void put_up(Snapshot fresh)
    {
        shelf.store(Shelf::of(fresh, shelf.load().get()));
        shown = std::move(fresh);
    }

    // What the origin shows; where it does not answer, what it showed last.
    std::vector<Copy> look_at(Origin& origin)
    {
        std::vector<Copy> known;
        std::ranges::copy_if(shown.copies, std::back_inserter(known), [&](Copy const& copy) {
            return copy.host == origin.host;
        });
        auto found = fetch_host(origin.host, known, origin.get);
        for (int look = 1; look < most_looks && !found && found.error().code == "mirror.changed";
             ++look)
            found = fetch_host(origin.host, known, origin.get);
        if (found.has_error() != origin.failed)
            log::event(
                found ? "mirror.origin_is_back" : "mirror.origin_is_gone",
                {{"host", origin.host}, {"why", found ? "" : found.error().code}});
        origin.failed = found.has_error();
        return found ? *std::move(found) : std::move(known);
    }

    void look()
    {
        Snapshot fresh{
            .made = Clock::machine_now(), .default_host = origins.front().host, .copies = {}};
        for (auto& origin : origins)
            std::ranges::move(look_at(origin), std::back_inserter(fresh.copies));
        if (fresh.copies == shown.copies)
            return;
        if (!copies.keep(fresh))
            log::warning("pages.copy_not_kept");
        put_up(std::move(fresh));
    }

    void run()
    {
        std::unique_lock guard{lock};
        while (running) {
            guard.unlock();
            try {
                look();
            } catch (std::exception const& error) {
                log::warning("mirror.failed", {{"error", error.what()}});
            }
            guard.lock();
            wake.wait_for(guard, look_every, [&] { return !running; });
        }
    }
};

Follower::Follower(std::string const& data, std::vector<std::string> origins)
    : inside_{std::make_unique<Inside>(data)}
{
    for (auto& origin : origins)
        inside_->origins.push_back({.host = host_of(origin), .get = get_from(origin)});
}

Follower::~Follower()
{
    stop();
}

void Follower::start()
{
    auto& in = *inside_;
    if (auto kept = in.copies.read()) {
        kept->default_host = in.origins.front().host;
        in.put_up(*std::move(kept));
    }
    in.running = true;
    in.thread = std::thread{[&in] { in.run(); }};
}

void Follower::stop()
{
    {
        std::lock_guard const guard{inside_->lock};
        inside_->running = false;
    }
    inside_->wake.notify_all();
    if (inside_->thread.joinable())
        inside_->thread.join();
}

std::shared_ptr<http::HotPage const>
Follower::find(std::string_view host, std::string_view path) const
{
    return inside_->shelf.load()->find(host, path);
}

}  // namespace tellfirst::pages
