#include "app/mail_in.hpp"

#include "notify/notify.hpp"
#include "support/database.hpp"
#include "tickets/tickets.hpp"

#include <doctest/doctest.h>

#include <future>

using namespace tellfirst;
using namespace tellfirst::app;
using namespace std::chrono_literals;

namespace {

struct Door {
    support::World world;
    support::TempDir folder;

    Door() { world.settings.data = folder.path().string(); }

    lmtp::Verdict take(lmtp::Envelope mail)
    {
        MailIn mail_in{world.house()};
        auto const promised = std::make_shared<std::promise<lmtp::Verdict>>();
        auto verdict = promised->get_future();
        mail_in.take(
            std::move(mail), [promised](lmtp::Verdict said) { promised->set_value(said); });
        REQUIRE(verdict.wait_for(10s) == std::future_status::ready);
        return verdict.get();
    }
    std::vector<tickets::Mail> kept()
    {
        return world.read([](Call& call) { return tickets::mails(call.tx, {}, {}, 10); });
    }
};

}  // namespace

TEST_CASE("MailIn: what was answered as stored is there, once for each recipient")
{
    Door door;
    CHECK(
        door.take(
            {.from = "ada@example.test",
             .recipients = {"help@help.example.test", "sales@help.example.test"},
             .data = "Subject: Hello\r\n\r\nHello\r\n"}) == lmtp::Verdict::stored);
    auto const kept = door.kept();
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].envelope_to == "sales@help.example.test");
    CHECK(kept[1].envelope_to == "help@help.example.test");
    CHECK(kept[1].envelope_from == "ada@example.test");
    CHECK(kept[1].outcome == tickets::Outcome::waiting);
}

TEST_CASE("MailIn: a large message is a file before its row is there")
{
    Door door;
    std::string const large(tickets::largest_in_row + 1, 'x');
    CHECK(
        door.take({.recipients = {"help@help.example.test"}, .data = large}) ==
        lmtp::Verdict::stored);
    CHECK(door.kept().at(0).size == std::ssize(large));
    CHECK(std::filesystem::exists(door.folder / "mails"));
}

TEST_CASE("MailIn: a large message that finds no place is tried again, and leaves no row")
{
    Door door;
    door.world.settings.data = "/dev/null";
    std::string const large(tickets::largest_in_row + 1, 'x');
    CHECK(
        door.take({.recipients = {"help@help.example.test"}, .data = large}) ==
        lmtp::Verdict::try_again);
    CHECK(door.kept().empty());
}

TEST_CASE("MailIn: an address that is no text is kept as text")
{
    Door door;
    CHECK(
        door.take(
            {.from = "a\xff@example.test",
             .recipients = {"help@help.example.test"},
             .data = "\r\n"}) == lmtp::Verdict::stored);
    CHECK(door.kept().at(0).envelope_from == "a\xEF\xBF\xBD@example.test");
}

TEST_CASE("MailIn: what comes back is for notify, on whatever domain, and not for tickets")
{
    Door door;
    std::string const large = "Subject: x\r\n\r\n" + std::string(notify::largest_bounce, 'x');
    CHECK(
        door.take(
            {.recipients =
                 {"Bounce+a-b@help.example.test", "help@help.example.test",
                  "bounce+c-d@care.lens.test"},
             .data = large}) == lmtp::Verdict::stored);
    auto const bounces = door.world.read(
        [](Call& call) { return notify::bounces(call.tx, std::nullopt, std::nullopt, 10); });
    REQUIRE(bounces.size() == 2);
    CHECK(bounces[0].to == "bounce+c-d@care.lens.test");
    CHECK(bounces[1].to == "Bounce+a-b@help.example.test");
    CHECK(bounces[1].size == std::ssize(large));
    auto const kept = door.kept();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].envelope_to == "help@help.example.test");
}
