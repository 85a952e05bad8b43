// A stand-in for servers that may be gone. It has no database and no API: every answer is a page
// that they showed, or "there is no such page".
#include "app/address.hpp"
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/listen_on.hpp"
#include "app/signals.hpp"
#include "kernel/digest.hpp"
#include "kernel/log.hpp"
#include "pages/pages.hpp"
#include "wire/http/sd_notify.hpp"
#include "wire/http/server.hpp"
#include "wire/http/table.hpp"

#include <filesystem>

namespace tellfirst::app {
namespace {

using namespace std::chrono_literals;

// Where a server wants one. Nothing asks it, since there are no routes.
class NoDatabase : public db::Database {
  public:
    void write(Verb, Done done) override { refuse(done); }
    void read(std::function<void(db::Tx&)>, Done done) override { refuse(done); }
    void on_news(std::function<void()>) override {}
    void on_broken(std::function<void()>) override {}
    [[nodiscard]] bool is_postgres() const override { return false; }

  private:
    static void refuse(Done const& done)
    {
        done(
            {.ending = db::Ending::failed,
             .error = std::make_exception_ptr(db::Unavailable{"a mirror has no database"})});
    }
};

// The pages of the server itself would be overwritten by those of the one that it follows.
Result<void> check_folder(std::string const& data)
{
    if (std::filesystem::exists(data + "/secret"))
        return Problem{
            .kind = Refusal::invalid,
            .code = "mirror.own_folder",
            .detail = fmt::format(
                "{} is the data folder of a server. Give the mirror one of its own.", data)};
    return {};
}

}  // namespace

int serve_mirror(Chosen const& chosen)
{
    auto const lock = FolderLock::take(chosen.settings.data);
    if (!lock)
        return refuse(lock.error());
    if (auto const fine = check_folder(chosen.settings.data); !fine)
        return refuse(fine.error());
    if (auto const fine = pages::Follower::check(chosen.mirror_of); !fine)
        return refuse(fine.error());

    NoDatabase database;
    Clock const clock;
    IdMint ids{random_number};
    http::Table const table;
    pages::Follower follower{chosen.settings.data, chosen.mirror_of};
    auto const healthy =
        http::make_hot_page({.body = R"({"status":"ok"})", .type = "application/json"});
    http::Server server{
        {.listen = listen_on(chosen.http, chosen),
         .table = table,
         .house = {database, clock, chosen.settings, ids},
         .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
         .hot =
             [&](std::string_view host, std::string_view path) {
                 bool const is_ready = path == "/readyz" && follower.find(host, "/") != nullptr;
                 return path == "/healthz" || is_ready ? healthy : follower.find(host, path);
             },
         .trusted_proxies = chosen.trusted_proxies}};
    follower.start();
    try {
        server.start();
    } catch (std::exception const& error) {
        return refuse(cannot_start(error));
    }
    log::event("server.ready", {{"http", address_of(chosen, server.port())}});
    http::sd_notify("READY=1");
    wait_for_stopping_signal();
    http::sd_notify("STOPPING=1");
    server.stop(2s);
    follower.stop();
    return exit_ok;
}

}  // namespace tellfirst::app
