#include "notify/channels/desk.hpp"

#include "notify/channels/peer.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr auto long_enough = 60s;

// A house with a data folder, a desk for SMS and a gateway.
struct Office {
    explicit Office(support::World& the_world) : world{the_world}
    {
        world.settings.data = folder.path().string();
        open(gateway_at(peer.url()));
    }

    void open(std::optional<Gateway> gateway)
    {
        desk = std::make_unique<Desk>(
            world.house(), std::make_unique<Sms>(world.house(), std::move(gateway)));
    }

    void send_all()
    {
        desk->start();
        CHECK(desk->rest(long_enough));
        desk->stop();
    }

    // How often each text was asked for, by its {id}.
    [[nodiscard]] std::map<std::string, int> asked() const
    {
        std::map<std::string, int> ids;
        for (auto const& request : peer.asked())
            ++ids[request.form().value().at("id")];
        return ids;
    }

    support::World& world;
    support::TempDir folder;
    Peer peer;
    std::unique_ptr<Desk> desk;
};

NoticeId announce_to(support::World& world, int count)
{
    for (int i = 0; i < count; ++i)
        add(world, {.name = fmt::format("c{:02}", i)});
    auto const notice = say(world, outage(1), 0s);
    also_by(world, notice, Channel::sms);
    return notice;
}

}  // namespace

TEST_CASE("Desk: everybody gets a text once, the proof has the gateway's answer, mail still waits")
{
    support::for_each_database([](support::World& world) {
        Office office{world};
        office.peer.answers({.status = 200, .body = "yes"});
        announce_to(world, 40);
        office.send_all();
        CHECK(office.asked().size() == 40);
        CHECK(office.peer.asked().size() == 40);
        CHECK(rows_by(world, Channel::sms) == [] {
            Rows rows;
            for (int i = 0; i < 40; ++i)
                rows.push_back(fmt::format("c{:02} accepted: 200 yes", i));
            return rows;
        }());
        CHECK(rows_by(world, Channel::mail).front() == "c00 queued");
    });
}

TEST_CASE("Desk: a text says it in the brand's name, to the number, with the place for a report")
{
    support::World world;
    Office office{world};
    announce_to(world, 1);
    office.send_all();
    REQUIRE(office.peer.asked().size() == 1);
    auto const form = office.peer.asked().front().form().value();
    CHECK(form.at("to") == "+49151123456");
    CHECK(form.at("from") == "Support");
    CHECK(form.at("text").starts_with(
        "Mail: down, looking for the cause; end not known yet, next word by 11:00 UTC."));
    CHECK(form.at("report").ends_with("/channels/sms/reports/" + form.at("id")));
}

TEST_CASE("Desk: a gateway that is down costs no attempt; all is sent once it is back")
{
    support::World world;
    Office office{world};
    announce_to(world, 12);
    office.open(gateway_at("http://127.0.0.1:9/send"));
    office.send_all();
    auto const waiting = rows_by(world, Channel::sms);
    CHECK(std::ranges::all_of(waiting, [](auto const& row) { return row.contains(" queued"); }));
    CHECK(std::ranges::any_of(
        waiting, [](auto const& row) { return row.contains("the gateway cannot be reached"); }));
    office.open(gateway_at(office.peer.url()));
    world.pass(1min);
    office.send_all();
    CHECK(office.asked().size() == 12);
}

TEST_CASE("Desk: a gateway that refuses us is not asked about everybody")
{
    support::World world;
    Office office{world};
    office.peer.answers({.status = 403, .body = "Denied"});
    announce_to(world, 30);
    office.send_all();
    CHECK(office.peer.asked().size() < 10);
    auto const waiting = rows_by(world, Channel::sms);
    CHECK(std::ranges::any_of(
        waiting, [](auto const& row) { return row.ends_with("the gateway says: 403 Denied"); }));
    office.peer.answers({.status = 200});
    world.pass(1min);
    office.send_all();
    auto const sent = rows_by(world, Channel::sms);
    CHECK(std::ranges::all_of(sent, [](auto const& row) { return row.contains(" accepted"); }));
}

TEST_CASE(
    "Desk: a text that is deferred comes again under the same id; one that is refused does not")
{
    support::World world;
    Office office{world};
    announce_to(world, 1);
    office.peer.answers({.status = 500, .body = "oh"});
    office.send_all();
    CHECK(rows_by(world, Channel::sms) == Rows{"c00 deferred: 500 oh"});
    world.pass(1min);
    office.peer.answers({.status = 400, .body = "no such number"});
    office.send_all();
    CHECK(rows_by(world, Channel::sms) == Rows{"c00 failed: 400 no such number"});
    CHECK(office.asked().size() == 1);
    CHECK(office.peer.asked().size() == 2);
    world.pass(24h);
    office.send_all();
    CHECK(office.peer.asked().size() == 2);
}

TEST_CASE("Desk: where nothing is set up, the proof says so at once")
{
    support::World world;
    Office office{world};
    announce_to(world, 1);
    office.open(std::nullopt);
    office.send_all();
    CHECK(
        rows_by(world, Channel::sms) ==
        Rows{"c00 failed: no gateway for SMS is set up (notify.sms.preset)"});
}

TEST_CASE("Desk: a text that comes too late is not sent")
{
    support::World world;
    Office office{world};
    announce_to(world, 1);
    world.pass(25h);
    office.send_all();
    CHECK(rows_by(world, Channel::sms) == Rows{"c00 failed: too late to be useful"});
    CHECK(office.peer.asked().empty());
}

TEST_CASE("Desk: after a crash, what never left goes out as if nothing had been, what may have "
          "left says so")
{
    support::for_each_database([](support::World& world) {
        Office office{world};
        auto const notice = announce_to(world, 3);
        auto claimed = world.write([](Call& call) {
            return store::claim(call.tx, {Lane::incident, Channel::sms}, call.now, 10);
        });
        REQUIRE(claimed.size() == 3);
        std::ranges::sort(claimed, {}, &Claimed::recipient);
        office.desk.reset();
        SendingLog log{world.settings.data + "/sending-sms.log"};
        std::vector<seal::Delivery> const handed{
            {notice, claimed[0].recipient}, {notice, claimed[1].recipient}};
        log.add_handed(handed);
        std::vector<Settled> const settled{
            {handed[1],
             {.state = State::accepted, .reason = "200", .attempts = 1, .at = world.now()}}};
        log.add_settled(settled);

        office.peer.answers({.status = 500, .body = "oh"});
        office.open(gateway_at(office.peer.url()));
        office.send_all();
        CHECK(
            rows_by(world, Channel::sms) ==
            Rows{"c00 deferred: 500 oh", "c01 accepted: 200", "c02 deferred: 500 oh"});
        CHECK(office.asked().size() == 2);
    });
}

TEST_CASE("Desk: a waiting text is superseded by the next word, and the end of all is told once")
{
    support::World world;
    Office office{world};
    announce_to(world, 1);
    auto const later = say(world, outage(2), 0s);
    CHECK(rows_by(world, Channel::sms) == Rows{"c00 queued"});
    also_by(world, later, Channel::sms);
    deliver_all(world);
    world.write([&](Call& call) {
        store::supersede_earlier(call.tx, store::find_notice(call.tx, later).value());
    });
    office.send_all();
    CHECK(office.peer.asked().size() == 1);
    CHECK(
        rows_by(world, Channel::sms) ==
        Rows{"c00 superseded: a later update took its place", "c00 accepted: 201 Created"});
    auto const told = support::facts_told(world);
    CHECK(std::ranges::count(told, "NoticeDone", &support::ToldFact::kind) == 2);
}

TEST_CASE("Desk: a text names what its reader's account uses, and no hidden service of others")
{
    support::World world;
    Office office{world};
    add(world, {.name = "ada", .services = {{mail_service}}});
    add(world, {.name = "bob", .services = {{web_service}}});
    auto words = outage(1);
    words.services = {mail_service, web_service};
    words.service_names = {"Mail"};
    words.named = {{{.name = "Mail", .state = "major", .known_by = {mail_service}}}};
    words.hidden = {{{.name = "Web", .state = "major", .known_by = {web_service}}}};
    also_by(world, say(world, words, 0s), Channel::sms);
    office.send_all();
    std::set<std::string> firsts;
    for (auto const& request : office.peer.asked()) {
        auto const text = request.form().value().at("text");
        firsts.insert(text.substr(0, text.find(':')));
    }
    CHECK(firsts == std::set<std::string>{"Mail", "Web"});
}
