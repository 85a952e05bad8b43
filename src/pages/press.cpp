// How pages stay true without being asked for: one thread looks at the database when somebody said
// that something changed, when a promise on the page runs out, and at every full minute, because
// "overdue by 12 min" counts minutes and because a page that is not renewed shows its age.
//
// Whoever reads takes the shelf, a map that nobody changes; a new shelf replaces it as a whole.
// Where the database fails, the old shelf stays and grows visibly old.
#include "accounts/accounts.hpp"
#include "kernel/log.hpp"
#include "pages/copies.hpp"
#include "pages/mirror/document.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/pages.hpp"
#include "pages/render.hpp"
#include "pages/shelf.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
using words::Language;

// How often we look at the house's clock, which a test may set at any time.
constexpr auto glance_every = 200ms;
// Busy times tell hundreds of facts a second; readers cannot tell 5 renewals from 50.
constexpr auto pause_between = 200ms;
constexpr auto try_again_after = 1s;

constexpr std::string_view robots = "User-agent: *\nDisallow: /portal\nDisallow: /api/\n";

// A shared cache may keep a page for 15 s and show it for a day when we are gone (RFC 5861): its
// script then says how old it is.
http::PageText page_text(std::string_view path, std::string body)
{
    http::Headers headers{
        {"cache-control", "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400"}};
    if (path.ends_with(".json")) {
        headers.emplace_back("access-control-allow-origin", "*");
        return {.body = std::move(body), .type = "application/json", .headers = headers};
    }
    headers.emplace_back("content-security-policy", public_policy());
    return {.body = std::move(body), .headers = headers};
}

Copy copy_of(std::string path, std::string body)
{
    auto text = page_text(path, std::move(body));
    return {
        .host = {},
        .path = std::move(path),
        .type = std::move(text.type),
        .headers = std::move(text.headers),
        .body = std::move(text.body)};
}

void add_fixed_pages(std::vector<Copy>& copies)
{
    http::Headers const headers{{"cache-control", "public, max-age=86400"}};
    // Its own style element must work where the picture is opened by itself.
    http::Headers const picture{
        {"cache-control", "public, max-age=86400"},
        {"content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"}};
    copies.push_back(
        {.host = {},
         .path = "/robots.txt",
         .type = "text/plain",
         .headers = headers,
         .body = std::string{robots}});
    copies.push_back(
        {.host = {},
         .path = "/favicon.svg",
         .type = "image/svg+xml",
         .headers = picture,
         .body = std::string{templates::favicon_svg}});
}

Snapshot print(StatusPage const& page, std::string_view public_url)
{
    Snapshot snapshot{.made = page.as_of, .default_host = host_of(public_url), .copies = {}};
    auto& copies = snapshot.copies;
    copies.push_back(copy_of(std::string{home_of(Language::en)}, render(page, Language::en)));
    copies.push_back(copy_of(std::string{home_of(Language::de)}, render(page, Language::de)));
    copies.push_back(copies.back());
    copies.back().path = "/de";
    copies.push_back(copy_of("/status.json", write_json(to_json(page))));
    add_fixed_pages(copies);
    for (auto& copy : copies)
        copy.host = snapshot.default_host;
    add_mirror_documents(snapshot);
    return snapshot;
}

// Two pages with the same of this differ in nothing that a reader sees.
std::string content_of(StatusPage page)
{
    page.as_of = std::chrono::floor<std::chrono::minutes>(page.as_of);
    return write_json(to_json(page));
}

}  // namespace

struct Press::Inside {
    explicit Inside(House given) : house{given}, copies{given.settings.data} {}

    House house;
    Copies copies;
    std::atomic<std::shared_ptr<Shelf const>> shelf = std::make_shared<Shelf const>();

    std::mutex lock;
    std::condition_variable wake;     // the press: somebody asked
    std::condition_variable renewed;  // whoever waits for it
    std::uint64_t asked = 0;
    std::uint64_t done = 0;  // the last wish that the shelf fulfils, or could not
    int waiting = 0;
    bool running = false;
    std::thread thread;

    // Only the press's own thread sees these.
    std::optional<StatusPage> last;
    bool failed = false;
    bool copies_failed = false;
    Steady::time_point not_before{};

    void put_up(Snapshot const& snapshot) { shelf.store(Shelf::of(snapshot, shelf.load().get())); }

    // Answers whether there was a copy to show.
    bool put_up_copies()
    {
        auto const kept = copies.read();
        if (kept)
            put_up(*kept);
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
        auto const change = next_change(*last);
        return minute_of(now) != minute_of(last->as_of) || (change && now >= *change);
    }

    void renew()
    {
        auto page = house.read(Actor::system(), [](Call& call) {
            return status_page_of(look(call), accounts::default_brand(call.tx).name, {});
        });
        if (last && content_of(*last) == content_of(page))
            return;
        auto const snapshot = print(page, house.settings.public_url);
        put_up(snapshot);
        last = std::move(page);
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
            if (!failed)
                log::warning("pages.not_renewed", {{"error", error.what()}});
            failed = true;
            not_before = Steady::now() + try_again_after;
        }
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
    if (!has_copy)
        renew_and_wait();
}

void Press::stop()
{
    {
        std::lock_guard const guard{inside_->lock};
        inside_->running = false;
    }
    inside_->wake.notify_all();
    inside_->renewed.notify_all();
    if (inside_->thread.joinable())
        inside_->thread.join();
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

std::shared_ptr<http::HotPage const> Press::find(std::string_view host, std::string_view path) const
{
    return inside_->shelf.load()->find(host, path);
}

}  // namespace tellfirst::pages
