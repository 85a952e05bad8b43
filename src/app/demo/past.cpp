#include "app/demo/past.hpp"

#include "app/routes.hpp"
#include "kernel/files.hpp"
#include "tickets/tickets.hpp"
#include "wire/smtp/maildir_reader.hpp"

namespace tellfirst::app::demo {
namespace {

using namespace std::chrono_literals;

// What is queued at one moment of the script is done long before that.
constexpr auto longest_rest = 20s;

// What somebody just sent is among these.
constexpr std::size_t mails_looked_at = 20;

constexpr int workers = 2;

jobs::Board all_jobs(Chosen const& chosen)
{
    jobs::Board board;
    add_all_jobs(board, chosen);
    return board;
}

}  // namespace

Past::Past(std::unique_ptr<OpenHouse> opened, std::string maildir, Instant begins)
    : opened_{std::move(opened)},
      maildir_{std::move(maildir)},
      board_{all_jobs(opened_->chosen)},
      runner_{opened_->house(), board_, workers},
      outbox_{opened_->house(), {.address = "maildir:" + maildir_}}
{
    opened_->clock.stop_at(begins);
    opened_->database->on_news([this] {
        runner_.wake();
        outbox_.wake();
    });
    runner_.start();
    outbox_.start();
}

Past::~Past()
{
    runner_.stop();
    outbox_.stop();
    // Before those that its news would wake.
    opened_->database.reset();
}

void Past::go_to(Instant at)
{
    auto const next = [&] { return look([](Call& call) { return jobs::next_due(call.tx); }); };
    for (auto due = next(); due && *due < at; due = next()) {
        opened_->clock.stop_at(std::max(now(), *due));
        rest();
    }
    opened_->clock.stop_at(at);
}

// Jobs queue mails, and the end of a notice queues jobs.
void Past::rest()
{
    if (!runner_.rest(longest_rest) || !outbox_.rest(longest_rest) || !runner_.rest(longest_rest))
        throw std::runtime_error{"the demo's past does not come to rest"};
}

void Past::receive(std::string const& from, std::string const& to, std::string raw)
{
    let(Actor::system(), [&](Call& call) {
        return tickets::take_in(
            call,
            {.from = from, .to = to, .kept = tickets::keep_raw(call.settings, std::move(raw))});
    });
}

std::optional<mime::Mail> Past::newest_to(std::string_view address) const
{
    for (auto const& stored : smtp::newest_mails(maildir_, "", mails_looked_at)) {
        auto mail = mime::parse(read_whole_file(stored.path).value_or(""));
        if (mail.header("delivered-to") == address)
            return mail;
    }
    return std::nullopt;
}

}  // namespace tellfirst::app::demo
