// How pages stay true without being asked for: one thread looks at the database when somebody said
// that something changed, when a promise on the page runs out, and at every full minute, because
// "overdue by 12 min" counts minutes and because a page that is not renewed shows its age.
//
// Whoever reads takes the shelf, a map that nobody changes; a new shelf replaces it as a whole.
// Where the database fails, the old shelf stays and grows visibly old. A second thread sees to
// that, since the first may hang in a database that does not even fail.
#include "kernel/log.hpp"
#include "pages/aging/display.hpp"
#include "pages/copies.hpp"
#include "pages/pages.hpp"
#include "pages/pledges/uses.hpp"
#include "pages/print.hpp"
#include "pages/private_pages.hpp"
#include "pages/views/views.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

// How often we look at the house's clock, which a test may set at any time.
constexpr auto glance_every = 200ms;
// Busy times tell hundreds of facts a second; readers cannot tell 5 renewals from 50.
constexpr auto pause_between = 200ms;
constexpr auto try_again_after = 1s;
// How often we look whether what is shown has grown old, which takes minutes.
constexpr auto watch_every = 1s;
// Who asks how often an incident was looked at asks days later.
constexpr auto views_kept_every = 30s;

std::optional<Instant> first_change(Sites const& sites)
{
    std::optional<Instant> first;
    for (auto const& site : sites.open)
        if (auto const change = next_change(site.page))
            first = std::min(first.value_or(*change), *change);
    return first;
}

}  // namespace

struct Press::Inside {
    explicit Inside(House given) : house{given}, copies{given.settings.data} {}

    House house;
    Copies copies;
    std::shared_ptr<Views> views = std::make_shared<Views>();
    Display display;
    PrivatePages private_pages;

    std::mutex lock;
    std::condition_variable wake;     // the press: somebody asked
    std::condition_variable renewed;  // whoever waits for it
    std::uint64_t asked = 0;
    std::uint64_t done = 0;  // the last wish that the shelf fulfils, or could not
    int waiting = 0;
    bool running = false;
    std::thread thread;
    std::jthread watcher;

    // Only the press's own thread sees these.
    Printer printer;
    Uses uses;
    std::optional<Instant> last;         // when the pages were made ...
    std::optional<Instant> next_change;  // ... and when they become untrue by themselves
    bool failed = false;
    bool copies_failed = false;
    Steady::time_point not_before{};
    Steady::time_point keep_views_at{};

    [[nodiscard]] bool is_running()
    {
        std::lock_guard const guard{lock};
        return running;
    }

    // Answers whether there was a copy to show.
    bool put_up_copies()
    {
        auto kept = copies.read();
        if (kept)
            display.put_up(std::make_shared<Snapshot const>(*std::move(kept)), house.clock.now());
        return kept.has_value();
    }

    [[nodiscard]] bool is_due() const
    {
        if (Steady::now() < not_before)
            return false;
        if (!last)
            return true;
        auto const now = house.clock.now();
        auto const minute_of = [](Instant at) {
            return std::chrono::floor<std::chrono::minutes>(at);
        };
        return minute_of(now) != minute_of(*last) || (next_change && now >= *next_change);
    }

    void renew()
    {
        auto const sites =
            std::make_shared<Sites const>(house.read(Actor::system(), [this](Call& call) {
                return look_at_sites(call, uses.look(call.tx));
            }));
        private_pages.renew(sites);
        std::shared_ptr<Snapshot const> newest;
        auto const put_up_newest = [&](Snapshot snapshot) {
            newest = std::make_shared<Snapshot const>(std::move(snapshot));
            display.put_up(newest);
        };
        printer.print(*sites, put_up_newest, [this] { return is_running(); });
        last = sites->as_of;
        next_change = first_change(*sites);
        if (newest)
            keep(*newest);
    }

    void keep(Snapshot const& snapshot)
    {
        bool const kept = copies.keep(snapshot);
        if (!kept && !copies_failed)
            log::warning("pages.copy_not_kept");
        copies_failed = !kept;
    }

    void try_to_renew()
    {
        try {
            renew();
            if (failed)
                log::event("pages.renewed_again");
            failed = false;
        } catch (std::exception const& error) {
            printer = {};  // what it printed may not have been put up
            if (!failed)
                log::warning("pages.not_renewed", {{"error", error.what()}});
            failed = true;
            last.reset();
            not_before = Steady::now() + try_again_after;
        }
    }

    void watch(std::stop_token const& stop)
    {
        std::mutex own;
        std::condition_variable_any never;
        std::unique_lock guard{own};
        while (!stop.stop_requested()) {
            auto const now = house.clock.now();
            display.age(now);
            private_pages.age(now);
            never.wait_for(guard, stop, watch_every, [] { return false; });
        }
    }

    void keep_views_sometimes()
    {
        if (Steady::now() < keep_views_at)
            return;
        keep_views_at = Steady::now() + views_kept_every;
        keep_views(views, house.database);
    }

    void run()
    {
        std::unique_lock guard{lock};
        while (running) {
            wake.wait_for(guard, glance_every, [&] { return !running || asked != done; });
            if (!running || (asked == done && !is_due()))
                continue;
            auto const wish = asked;
            guard.unlock();
            try_to_renew();
            keep_views_sometimes();
            guard.lock();
            done = wish;
            renewed.notify_all();
            wake.wait_for(guard, pause_between, [&] { return !running || waiting > 0; });
        }
    }
};

Press::Press(House house) : inside_{std::make_unique<Inside>(house)} {}

Press::~Press()
{
    stop();
}

void Press::start()
{
    bool const has_copy = inside_->put_up_copies();
    inside_->running = true;
    inside_->thread = std::thread{[in = inside_.get()] { in->run(); }};
    inside_->watcher = std::jthread{[in = inside_.get()](auto const& stop) { in->watch(stop); }};
    if (!has_copy)
        renew_and_wait();
}

void Press::stop()
{
    {
        std::lock_guard const guard{inside_->lock};
        inside_->running = false;
    }
    inside_->watcher = {};
    inside_->wake.notify_all();
    inside_->renewed.notify_all();
    if (!inside_->thread.joinable())
        return;
    inside_->thread.join();
    keep_views(inside_->views, inside_->house.database);
}

void Press::renew()
{
    {
        std::lock_guard const guard{inside_->lock};
        ++inside_->asked;
    }
    inside_->wake.notify_all();
}

void Press::renew_and_wait()
{
    auto& in = *inside_;
    std::unique_lock guard{in.lock};
    auto const wish = ++in.asked;
    ++in.waiting;
    in.wake.notify_all();
    in.renewed.wait(guard, [&] { return in.done >= wish || !in.running; });
    --in.waiting;
}

bool Press::is_partners(std::string_view host) const
{
    return inside_->display.shelf()->is_partners(host);
}

std::shared_ptr<http::HotPage const> Press::find(std::string_view host, std::string_view path) const
{
    auto page = inside_->display.shelf()->find(host, path);
    if (page)
        inside_->views->count(path);
    return page;
}

Result<std::shared_ptr<http::HotPage const>>
Press::make(std::string_view host, std::string_view path) const
{
    auto page = inside_->private_pages.make(host, path);
    if (page && *page)
        inside_->views->count(path);
    return page;
}

}  // namespace tellfirst::pages
