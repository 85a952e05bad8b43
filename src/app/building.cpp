#include "app/building.hpp"

#include "app/address.hpp"
#include "app/housekeeping.hpp"
#include "app/listen_on.hpp"
#include "app/routes.hpp"
#include "app/test_clock.hpp"
#include "kernel/log.hpp"
#include "team/team.hpp"

#include <cstdlib>

namespace tellfirst::app {
namespace {

using namespace std::chrono_literals;

// Most of a job's time is a commit; on SQLite as many jobs as there are workers share one.
constexpr int job_workers = 8;

// Five seconds after we were asked to stop, we have: our peers share these, and what is on the wire
// to the relay has as long again. A peer that does not finish by then is cut.
constexpr auto patience_at_the_end = 2s;

// sysexits.h: an error while doing I/O on some file.
constexpr int exit_after_broken_disk = 74;

// A test may move its clock as often as it likes.
constexpr double moves_a_second = 1000;

// Doors of the house's own people, and the document that names the program. A partner's customers
// need not know that they are there.
bool is_for_us(std::string_view path)
{
    return path.starts_with("/console") || path.starts_with("/sign-in") ||
           path == "/api/v1/openapi.json";
}

}  // namespace

Building::Building(std::unique_ptr<OpenHouse> opened, FolderLock lock)
    : open_house{std::move(opened)}, lock_{std::move(lock)}
{
}

Result<std::unique_ptr<Building>> Building::open(Chosen chosen)
{
    // First of all: beside a server that runs, another one must not even migrate.
    auto lock = FolderLock::take(chosen.settings.data);
    if (!lock)
        return lock.error();
    auto keys = dkim::Keys::read(dkim::parse_key_files(chosen.dkim).value());
    if (!keys)
        return keys.error();
    if (auto const good = notify::check(channels_of(chosen)); !good)
        return good.error();
    auto opened = OpenHouse::open(std::move(chosen));
    if (!opened)
        return opened.error();
    // Only who may set the clock has a clock that was set; a command beside him has it, too.
    if ((*opened)->chosen.test_clock.empty())
        (*opened)->clock.set_shift({});
    std::unique_ptr<Building> building{new Building{std::move(*opened), std::move(*lock)}};
    try {
        building->start(*std::move(keys));
    } catch (std::exception const& error) {
        return cannot_start(error);
    }
    return building;
}

void Building::start(dkim::Keys keys)
{
    auto const house = open_house->house();
    auto const& chosen = open_house->chosen;
    add_all_routes(table_, chosen);
    add_all_jobs(board_, chosen);
    runner_ = std::make_unique<jobs::Runner>(house, board_, job_workers);
    outbox_ = std::make_unique<notify::Outbox>(
        house, notify::Relay{
                   .address = chosen.relay,
                   .connections = chosen.settings.notify.connections,
                   .our_name = chosen.mail_name,
                   .per_second = chosen.per_second,
                   .domain_per_second = chosen.domain_per_second,
                   .keys = std::move(keys)});
    channels_ = std::make_unique<notify::Channels>(house, channels_of(chosen));
    press_ = std::make_unique<pages::Press>(house);
    shelf_ = std::make_unique<console::Shelf>(chosen.web_dir);

    our_domains_ = std::make_unique<OurDomains>(house);
    begin_housekeeping(house);
    press_->start();
    open_house->database->on_broken([] {
        // The disk may have lost what we wrote: nothing more may be acknowledged by this process.
        log::warning("database.broken");
        std::_Exit(exit_after_broken_disk);
    });
    open_house->database->on_news([this] {
        runner_->wake();
        outbox_->wake();
        channels_->wake();
        press_->renew();
        our_domains_->renew();
    });
    if (!chosen.mirror_to.empty())
        mirror_ = std::make_unique<MirrorKeeper>(
            chosen.settings.data, chosen.mirror_to, open_house->clock);
    runner_->start();
    outbox_->start();
    channels_->start();
    start_lmtp();
    start_test_clock();
    start_http();  // last: whoever finds us ready finds every door open
}

void Building::start_http()
{
    auto& chosen = open_house->chosen;
    http_ = std::make_unique<http::Server>(http::Server::Options{
        .listen = listen_on(chosen.http, chosen),
        .table = table_,
        .house = open_house->house(),
        .resolver =
            [&database = *open_house->database](http::Request const& request, Call& call) {
                return team::caller_of(request, call, database);
            },
        .hot =
            [press = press_.get(),
             shelf = shelf_.get()](std::string_view host, std::string_view path) {
                auto file = shelf->find(path);
                return file ? std::move(file) : press->find(host, path);
            },
        .hides =
            [press = press_.get()](std::string_view host, std::string_view path) {
                return is_for_us(path) && press->is_partners(host);
            },
        .made =
            {.prefix = std::string{pages::private_prefix},
             .make =
                 [press = press_.get()](std::string_view host, std::string_view path) {
                     return press->make(host, path);
                 }},
        .limits = {},
        .trusted_proxies = chosen.trusted_proxies});
    http_->start();
}

void Building::start_lmtp()
{
    auto const& chosen = open_house->chosen;
    if (chosen.lmtp.empty())
        return;
    auto const address = chosen.lmtp.starts_with('/') ? "unix:" + chosen.lmtp : chosen.lmtp;
    mail_in_ = std::make_unique<MailIn>(open_house->house());
    lmtp_ = std::make_unique<lmtp::Server>(
        lmtp::Listen::parse(address).value(),
        lmtp::ServerOptions{.our_name = chosen.settings.domain},
        [domains = our_domains_.get()](std::string_view recipient) {
            return domains->has(recipient);
        },
        [mail_in = mail_in_.get()](lmtp::Envelope mail, lmtp::Answer answer) {
            mail_in->take(std::move(mail), std::move(answer));
        });
}

void Building::start_test_clock()
{
    auto const& chosen = open_house->chosen;
    if (chosen.test_clock.empty())
        return;
    add_clock_routes(clock_table_, *this);
    clock_server_ = std::make_unique<http::Server>(http::Server::Options{
        .listen = listen_on(chosen.test_clock, {}),
        .table = clock_table_,
        .house = open_house->house(),
        .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
        .limits = {.strangers = {.per_second = moves_a_second, .burst = moves_a_second}}});
    clock_server_->start();
}

bool Building::come_to_rest(std::chrono::milliseconds at_most)
{
    outbox_->wake();
    channels_->wake();
    bool const rested = runner_->rest(at_most);
    press_->renew_and_wait();
    return rested;
}

std::string Building::address() const
{
    return address_of(open_house->chosen, http_->port());
}

void Building::stop()
{
    if (std::exchange(stopped_, true))
        return;
    log::event("server.stopping");
    auto const end = std::chrono::steady_clock::now() + patience_at_the_end;
    auto const patience = [end] {
        auto const left = end - std::chrono::steady_clock::now();
        return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(left), 0ms);
    };
    if (lmtp_)
        lmtp_->stop(patience());
    mail_in_.reset();
    if (clock_server_)
        clock_server_->stop(patience());
    if (http_)
        http_->stop(patience());
    if (runner_)
        runner_->stop();
    if (channels_)
        channels_->stop();
    if (outbox_)
        outbox_->stop();
    if (press_)
        press_->stop();
    if (our_domains_)
        our_domains_->stop();
    mirror_.reset();
    // Before the rooms that its news would wake.
    open_house->database.reset();
}

Building::~Building()
{
    stop();
}

}  // namespace tellfirst::app
