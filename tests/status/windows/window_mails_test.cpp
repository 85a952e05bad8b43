// What arrives of a window: the timers and the outbox as they run in the house, begun anew at each
// moment, as after a restart.
#include "status/samples.hpp"
#include "support/temp_dir.hpp"
#include "wire/smtp/maildir_reader.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

constexpr auto long_enough = 20s;

struct Running {
    support::World world;
    support::TempDir folder;
    ServiceId galleries = service(world, "Galleries").id;

    Running() { world.settings.data = folder.path().string(); }

    // Everything that is due at this moment happens, in a house that has just been started.
    void at(Instant moment)
    {
        world.go_to(moment);
        jobs::Board board;
        add_jobs(board);
        promises::add_jobs(board);
        jobs::Runner runner{world.house(), board, 2};
        runner.start();
        CHECK(runner.rest(long_enough));
        runner.stop();
        notify::Outbox outbox{world.house(), {.address = "maildir:" + inbox(), .connections = 1}};
        outbox.start();
        CHECK(outbox.rest(long_enough));
        outbox.stop();
    }

    [[nodiscard]] std::string inbox() const { return (folder.path() / "mails").string(); }

    // The subjects of all mails so far, oldest first, each with its recipient.
    [[nodiscard]] Words mails() const
    {
        Words words;
        for (auto const& mail : smtp::newest_mails(inbox(), "", 100)) {
            std::ifstream file{mail.path};
            std::string to;
            std::string subject;
            for (std::string line; std::getline(file, line) && line.size() > 1;) {
                auto const value = [&] {
                    auto const text = line.substr(line.find(' ') + 1);
                    return text.substr(0, text.find('\r'));
                };
                if (line.starts_with("Delivered-To: "))
                    to = value();
                if (line.starts_with("Subject: "))
                    subject = value();
            }
            words.insert(words.begin(), to + " " + subject);
        }
        return words;
    }

    [[nodiscard]] std::string last_mail() const
    {
        std::ifstream file{smtp::newest_mails(inbox(), "", 1).front().path};
        return {std::istreambuf_iterator{file}, {}};
    }

    NewWindow work(Duration ahead) const
    {
        return {
            .title = "New disks",
            .services = {galleries},
            .starts_at = world.now() + ahead,
            .ends_at = world.now() + ahead + 2h,
            .text = "Galleries are read-only meanwhile."};
    }
};

std::string ada(std::string const& subject)
{
    return "Ada@example.test " + subject;
}

}  // namespace

TEST_CASE("a window: who is affected gets each of its mails once, in order, across restarts")
{
    Running house;
    customer(house.world, "Ada", std::vector{house.galleries});
    customer(house.world, "Bob", std::vector<ServiceId>{});
    auto const quiet = customer(house.world, "Cleo", std::vector{house.galleries});
    house.world.write([&](Call& call) {
        (void)accounts::choose_topics(call, quiet, {{accounts::Topic::unplanned}}).value();
    });
    auto const window = plan(house.world, house.work(48h)).value();
    house.at(house.world.now() + 10s);
    CHECK(house.mails().empty());  // it may still be taken back

    house.at(window.starts_at - 24h - 1s);
    Words expected{ada("[planned] New disks")};
    CHECK(house.mails() == expected);
    struct Step {
        Instant at;
        std::string mail;
    };
    for (auto const& [at, mail] :
         {Step{window.starts_at - 24h, "[reminder] New disks"},
          Step{window.starts_at - 1h, "[reminder] New disks"},
          Step{window.starts_at, "[started] New disks"},
          Step{window.ends_at, "[finished] New disks"}}) {
        house.at(at);
        house.at(at + 1s);  // and nothing again
        expected.push_back(ada(mail));
        CHECK(house.mails() == expected);
    }
}

TEST_CASE("a window: a reminder of one that was moved says the plan, the change and from when")
{
    Running house;
    customer(house.world, "Ada");
    auto const window = plan(house.world, house.work(48h)).value();
    house.at(house.world.now() + 1min);
    auto const later = window.starts_at + 24h;
    house.world.write([&](Call& call) {
        return move_window(
                   call, window.id,
                   {.starts_at = later,
                    .ends_at = later + 2h,
                    .text = "The disks come a day later."},
                   std::nullopt)
            .value();
    });
    house.at(later - 24h);
    auto const mail = house.last_mail();
    CHECK(mail.contains("[reminder]"));
    auto const plan = mail.find("Galleries are read-only meanwhile.");
    auto const change = mail.find("The disks come a day later.");
    CHECK(plan < change);
    CHECK(change < mail.find("Before: "));
}

TEST_CASE("a window: planned less than a day before, it reminds once")
{
    Running house;
    customer(house.world, "Ada");
    auto wish = house.work(20h);
    wish.short_reason = "A hole in the kernel.";
    auto const window = plan(house.world, wish).value();
    house.at(window.starts_at - 2h);
    house.at(window.starts_at - 1h);
    CHECK(house.mails() == Words{ada("[planned] New disks"), ada("[reminder] New disks")});
}

TEST_CASE("a window: moved, it reminds before its new time and not before the old one")
{
    Running house;
    customer(house.world, "Ada");
    auto const planned = plan(house.world, house.work(48h)).value();
    house.at(house.world.now() + 1h);
    house.at(planned.starts_at - 24h);
    auto const window = move(
        house.world, planned.id,
        {.starts_at = planned.starts_at + 72h,
         .ends_at = planned.ends_at + 72h,
         .text = "The disks come later."});
    REQUIRE(window);
    for (auto const before : {72h + 1h, 72h, 25h})
        house.at(window->starts_at - before);
    Words expected{
        ada("[planned] New disks"), ada("[reminder] New disks"), ada("[moved] New disks")};
    CHECK(house.last_mail().contains("Before: "));
    CHECK(house.mails() == expected);
    house.at(window->starts_at - 24h);
    expected.push_back(ada("[reminder] New disks"));
    CHECK(house.mails() == expected);
}

TEST_CASE("a window: cancelled, it says so and nothing more")
{
    Running house;
    customer(house.world, "Ada");
    auto const window = plan(house.world, house.work(48h)).value();
    house.at(house.world.now() + 1h);
    REQUIRE(call_off(house.world, window.id));
    for (auto const before : {24h, 1h, 0h, -2h})
        house.at(window.starts_at - before);
    CHECK(house.mails() == Words{ada("[planned] New disks"), ada("[cancelled] New disks")});
}

TEST_CASE("a window: of what was slept through only the last is told")
{
    Running house;
    customer(house.world, "Ada");
    auto const window = plan(house.world, house.work(48h)).value();
    house.at(house.world.now() + 1h);
    house.at(window.starts_at - 30min);  // both reminders are due
    house.at(window.ends_at + 1h);       // it started and finished
    CHECK(
        house.mails() ==
        Words{
            ada("[planned] New disks"), ada("[reminder] New disks"), ada("[finished] New disks")});
}

TEST_CASE("a window: whoever is on duty is paged when it overruns")
{
    Running house;
    house.world.write([&](Call& call) {
        (void)team::add_person(
            call, {.name = "Anna",
                   .email = *Email::parse("anna@team.example.test"),
                   .role = team::Role::owner})
            .value();
    });
    auto wish = house.work(48h);
    wish.finishes_by_itself = false;
    auto const window = plan(house.world, wish).value();
    house.at(window.ends_at + 1s);
    CHECK(house.mails() == Words{"anna@team.example.test Late: Finished: New disks"});
}
