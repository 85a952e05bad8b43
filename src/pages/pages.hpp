#pragma once
// The door of pages: all that customers look at.
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"

namespace tellfirst::http {
class Table;
struct HotPage;
}  // namespace tellfirst::http

namespace tellfirst::pages {

// Private pages stand below it, "/p/TOKEN/..."; no public one does.
inline constexpr std::string_view private_prefix = "/p/";

// The rendered pages, ready to be sent, and their renewal. Reading is lock-free for the I/O
// thread; rendering happens on the press's own thread whenever a fact made them dirty, and when
// a page said that its own words become untrue ("overdue at 15:00").
class Press {
  public:
    explicit Press(House house);
    ~Press();
    Press(Press const&) = delete;
    Press& operator=(Press const&) = delete;

    // Shows the last copy of the data folder at once, then renders afresh.
    void start();
    void stop();
    // Something changed; answers at once. The pages show it within a second.
    void renew();
    // Renders now and waits (after the clock was moved).
    void renew_and_wait();

    // The prebuilt page of a host and path, or none. Called on the I/O thread. A host that is no
    // brand's shows the default brand's pages.
    [[nodiscard]] std::shared_ptr<http::HotPage const>
    find(std::string_view host, std::string_view path) const;
    // The same for a page whose address is private, which is made now; takes its time. Error
    // pages.not_ready where nothing was seen of the house yet.
    [[nodiscard]] Result<std::shared_ptr<http::HotPage const>>
    make(std::string_view host, std::string_view path) const;
    // Does this host show a partner's pages?
    [[nodiscard]] bool is_partners(std::string_view host) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// --- mirrors: the public pages where this server, or its database, is not ---
struct Mirrored {
    Instant made;  // when the pages were made
    std::size_t hosts = 0;
    std::size_t files = 0;
    bool operator==(Mirrored const&) const = default;
};
// Writes what the server of a data folder showed last for a web server that knows nothing of us
// (mirror/write.hpp says how).
class Mirror {
  public:
    Mirror(std::string data, std::string folder);
    // Nothing where there is nothing new since the last time. What no server has renewed for three
    // minutes is written without what it said to be well. Errors mirror.nothing_yet,
    // mirror.not_written.
    [[nodiscard]] Result<std::optional<Mirrored>> write(Instant now);

  private:
    std::string data_;
    std::string folder_;
    std::optional<Instant> made_;
    std::optional<Instant> ages_at_;  // some of what was written
};

// Shows what other servers showed last, and asks them for news. Answers as Press does.
class Follower {
  public:
    // `origins` are their addresses, "https://status.example.com"; the first one's pages are shown
    // to whoever comes by another name. Each has a host name of its own. What was seen is kept in
    // `data`.
    Follower(std::string const& data, std::vector<std::string> origins);
    ~Follower();
    Follower(Follower const&) = delete;
    Follower& operator=(Follower const&) = delete;

    // Can these be followed? Error mirror.same_host.
    [[nodiscard]] static Result<void> check(std::span<std::string const> origins);

    void start();
    void stop();  // within a second or so, whatever the origins do
    [[nodiscard]] std::shared_ptr<http::HotPage const>
    find(std::string_view host, std::string_view path) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// How a window stands in the calendar of each public page that shows it, with nothing beside it.
// `call` is the transaction that planned it, which need not be kept.
[[nodiscard]] std::vector<notify::Preview>
calendar_previews(Call& call, notify::About const& about);

// Which channels contacts may choose besides mail and browsers.
struct Offers {
    bool sms = true;
};
// Contact sign-in by mailed link, what a signed-in contact sees, and where he chooses what he
// hears.
void add_routes(http::Table& table, Offers offers = {});
void add_jobs(jobs::Board& board);

// Has those erased who asked to hear from us and did not confirm it in time.
void forget_strangers(Call& call);

}  // namespace tellfirst::pages
