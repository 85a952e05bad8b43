// A stand-in for servers that may be gone: it looks at them every few seconds and keeps what it
// saw. It has no database and renders nothing, so it can be wrong only by being old, which the
// pages say themselves, and programs are told (aging/).
//
// Each origin has a thread of its own, which asks and does nothing else, so that one that is slow
// delays nobody. Another thread puts up what they found and sees to what has grown old.
#include "kernel/clock.hpp"
#include "kernel/log.hpp"
#include "pages/aging/display.hpp"
#include "pages/copies.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/pages.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

// A page is renewed each minute, and a caching reader shows it for 15 seconds.
constexpr auto look_every = 5s;

// After a minute all pages that tell of now are others than the list says: look at a new one.
constexpr auto longest_look = 60s;

// A page that was renewed while we read is there at the next look; seldom at three in a row, but
// where a server has just started and renews all, it is a little later.
constexpr int most_looks = 3;
constexpr auto look_again = 500ms;

// How often we look whether anything has grown old, which takes minutes.
constexpr auto age_every = 1s;

// One server, as its thread sees it.
struct Origin {
    std::string url;
    Fetching fetching;
    bool failed = false;
};

// What it shows; where that cannot be read, why: said once, and again when it is over.
Result<std::vector<Copy>> look_at(Origin& origin, std::stop_token const& stop)
{
    auto const get = get_from(origin.url, {.until = Steady::now() + longest_look, .stop = stop});
    auto found = origin.fetching.look(get);
    for (int look = 1; look < most_looks && !found && found.error().code == "mirror.changed";
         ++look)
        found = origin.fetching.look(get);
    if (found.has_error() != origin.failed && !stop.stop_requested())
        log::event(
            found ? "mirror.origin_is_back" : "mirror.origin_is_gone",
            {{"host", host_of(origin.url)}, {"why", found ? "" : found.error().code}});
    origin.failed = found.has_error();
    return found;
}

}  // namespace

struct Follower::Inside {
    Inside(std::string const& data, std::vector<std::string> given)
        : copies{data}, urls{std::move(given)}
    {
    }

    Copies copies;
    std::vector<std::string> urls;
    Display display;

    std::mutex lock;
    std::condition_variable_any wake;
    std::map<std::string, std::vector<Copy>> shown;  // by host: what it showed last
    bool has_news = false;

    std::vector<std::jthread> threads;  // last: they end before what they use goes

    // What was kept, of those who are followed still.
    void remember(Snapshot kept)
    {
        for (auto const& url : urls)
            shown[host_of(url)];
        for (auto& copy : kept.copies)
            if (auto const host = shown.find(copy.host); host != shown.end())
                host->second.push_back(std::move(copy));
    }

    [[nodiscard]] std::shared_ptr<Snapshot const> snapshot_of(Instant seen) const
    {
        Snapshot all{.made = seen, .default_host = host_of(urls.front()), .copies = {}};
        for (auto const& [host, pages] : shown)
            all.copies.insert(all.copies.end(), pages.begin(), pages.end());
        return std::make_shared<Snapshot const>(std::move(all));
    }

    void take(std::string const& host, std::vector<Copy> found)
    {
        std::lock_guard const guard{lock};
        if (shown[host] == found)
            return;
        shown[host] = std::move(found);
        has_news = true;
        wake.notify_all();
    }

    void follow(Origin origin, std::stop_token const& stop)
    {
        std::mutex own;
        std::condition_variable_any pause;
        std::unique_lock guard{own};
        while (!stop.stop_requested()) {
            auto next = std::chrono::milliseconds{look_every};
            try {
                if (auto found = look_at(origin, stop))
                    take(host_of(origin.url), *std::move(found));
                else if (found.error().code == "mirror.changed")
                    next = look_again;
            } catch (std::exception const& error) {
                log::warning("mirror.failed", {{"error", error.what()}});
            }
            pause.wait_for(guard, stop, next, [] { return false; });
        }
    }

    void put_up_news()
    {
        auto const now = Clock::machine_now();
        auto const news = [&] {
            std::lock_guard const guard{lock};
            has_news = false;
            return snapshot_of(now);
        }();
        display.put_up(news, now);
        if (!copies.keep(*news))
            log::warning("pages.copy_not_kept");
    }

    void show(std::stop_token const& stop)
    {
        while (!stop.stop_requested()) {
            bool const is_new = [&] {
                std::unique_lock guard{lock};
                return wake.wait_for(guard, stop, age_every, [&] { return has_news; });
            }();
            try {
                if (is_new)
                    put_up_news();
                else
                    display.age(Clock::machine_now());
            } catch (std::exception const& error) {
                log::warning("mirror.failed", {{"error", error.what()}});
            }
        }
    }
};

Result<void> Follower::check(std::span<std::string const> origins)
{
    std::map<std::string, std::string_view> hosts;
    for (auto const& origin : origins) {
        auto const [other, is_new] = hosts.emplace(host_of(origin), origin);
        if (!is_new)
            return Problem{
                .kind = Refusal::invalid,
                .code = "mirror.same_host",
                .detail = fmt::format(
                    "{} and {} have one host name, by which readers ask for either.", other->second,
                    origin)};
    }
    return {};
}

Follower::Follower(std::string const& data, std::vector<std::string> origins)
    : inside_{std::make_unique<Inside>(data, std::move(origins))}
{
}

Follower::~Follower()
{
    stop();
}

void Follower::start()
{
    auto& in = *inside_;
    if (auto kept = in.copies.read()) {
        auto const seen = kept->made;
        in.remember(*std::move(kept));
        in.display.put_up(in.snapshot_of(seen), Clock::machine_now());
    }
    for (auto const& url : in.urls) {
        Origin origin{.url = url, .fetching = Fetching{host_of(url), in.shown[host_of(url)]}};
        in.threads.emplace_back([&in, origin = std::move(origin)](std::stop_token const& stop) {
            in.follow(origin, stop);
        });
    }
    in.threads.emplace_back([&in](std::stop_token const& stop) { in.show(stop); });
}

void Follower::stop()
{
    for (auto& thread : inside_->threads)
        thread.request_stop();
    inside_->threads.clear();
}

std::shared_ptr<http::HotPage const>
Follower::find(std::string_view host, std::string_view path) const
{
    return inside_->display.shelf()->find(host, path);
}

}  // namespace tellfirst::pages
