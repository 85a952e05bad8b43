// What is shown is what will be sent: each preview beside what its sender made of the same word.
#include "notify/previews/shows.hpp"

#include "notify/channels/prepare.hpp"
#include "notify/previews/audience.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr std::array all_dialects{Dialect::standard, Dialect::statuspage, Dialect::slack,
                                  Dialect::teams,    Dialect::discord,    Dialect::mattermost,
                                  Dialect::matrix};

WebhookId hook_of(
    support::World& world, Receiver& receiver, Customer const& customer,
    Dialect dialect = Dialect::standard)
{
    NewWebhook wish{.url = receiver.url(), .dialect = dialect};
    return hook(world, account_of(world, add(world, customer)), wish);
}

}  // namespace

TEST_CASE("shown_by_sms: it is the text that the gateway gets, in each language")
{
    support::for_each_database([](support::World& world) {
        Peer gateway;
        add_by_all(world, {.name = "ada"});
        add_by_all(world, {.name = "cyd", .language = "de"});
        add(world, {.name = "without"});
        say(world, outage(1), 0s);
        auto const shown = by(Medium::sms, previews(world));
        REQUIRE(shown.size() == 2);
        Sms const sms{world.house(), gateway_at(gateway.url())};
        for (auto const& message : claim_messages(world, Channel::sms))
            CHECK(sms.send(message, {}).kind == Carried::Kind::accepted);
        std::set<std::string> sent;
        for (auto const& request : gateway.asked())
            sent.insert(request.form()->find("text")->second);
        CHECK(sent == std::set{shown[0].text, shown[1].text});
        CHECK(shown[0].language == "de");
        CHECK(shown[1].language == "en");
    });
}

TEST_CASE("shown_by_sms: a text says its alphabet, its length, and what all its parts cost")
{
    support::World world;
    world.settings.notify.sms_price = Money{8, "EUR"};
    add_by_all(world, {.name = "ada"});
    auto words = outage(1);
    words.service_names = {"\u041f\u043e\u0447\u0442\u0430"};
    words.when = {.eta_at = world.now() + 72h, .eta_from = world.now() + 24h, .next_word_at = {}};
    say(world, words);
    auto const shown = by(Medium::sms, previews(world));
    REQUIRE(shown.size() == 1);
    CHECK(bool{shown[0].sms->alphabet == Alphabet::ucs2});
    CHECK(shown[0].sms->units > 70);
    CHECK(shown[0].parts > 1);
    CHECK(shown[0].sms->price == Money{8 * shown[0].parts, "EUR"});
}

TEST_CASE("shown_by_push: it is what the browser is told")
{
    support::for_each_database([](support::World& world) {
        add_by_all(world, {.name = "ada"});
        say(world, outage(1), 0s);
        auto const shown = by(Medium::push, previews(world));
        REQUIRE(shown.size() == 1);
        auto const told = push_payload(claim_messages(world, Channel::push).at(0));
        CHECK(shown[0].subject == told.title);
        CHECK(shown[0].text == told.body);
        CHECK(shown[0].link == told.url);
    });
}

TEST_CASE("shown_by_webhook: it is what is posted in each dialect that somebody has")
{
    support::for_each_database([](support::World& world) {
        Receiver receiver;
        receiver.answers({{.status = 200, .body = "ok"}});
        for (auto const dialect : all_dialects)
            hook_of(world, receiver, {.name = std::string{name_of(dialect)}}, dialect);
        say(world, outage(1), 0s);
        auto const shown = by(Medium::webhook, previews(world));
        REQUIRE(shown.size() == all_dialects.size());
        std::vector<Json> posted;
        for (auto const& heard : post_all(world, receiver))
            posted.push_back(heard.json());
        CHECK(posted.size() == all_dialects.size());
        for (auto const& one : shown) {
            CAPTURE(one.text);
            CHECK(std::ranges::find(posted, parse_json(one.text).value()) != posted.end());
            REQUIRE(one.places.size() == 1);
            CHECK(one.places[0].account_name == std::string{name_of(*one.dialect)} + " Ltd");
            CHECK(one.places[0].host == "127.0.0.1");
        }
    });
}

TEST_CASE("shown_by_webhook: chats are apart by language, programs are not, and each by brand")
{
    support::for_each_database([](support::World& world) {
        Receiver receiver;
        for (auto const* name : {"ada", "bob"})
            hook_of(world, receiver, {.name = name});
        hook_of(world, receiver, {.name = "cyd", .language = "de"});
        hook_of(world, receiver, {.name = "dan"}, Dialect::slack);
        hook_of(world, receiver, {.name = "eve", .language = "de"}, Dialect::slack);
        NewWebhook wish{.url = receiver.url()};
        hook(world, account_of(world, add_at_partner(world, {.name = "fay"})), wish);
        say(world, outage(1));
        auto const shown = by(Medium::webhook, previews(world));
        Rows rows;
        for (auto const& one : shown)
            rows.push_back(fmt::format(
                "{} {} {}", name_of(*one.dialect),
                *one.dialect == Dialect::slack ? one.language : "", one.places.size()));
        std::ranges::sort(rows);
        CHECK(rows == Rows{"slack de 1", "slack en 1", "standard  1", "standard  3"});
    });
}

TEST_CASE("shown_by_webhook: whose it is stands there for those who may read accounts")
{
    support::World world;
    Receiver receiver;
    hook_of(world, receiver, {.name = "ada"});
    say(world, outage(1));
    Actor const asker{.kind = Actor::Kind::token, .id = 3, .rights = {Right::publish_status}};
    auto const house = world.house();
    auto const shown =
        by(Medium::webhook,
           world.write(asker, [&](Call& call) { return previews_of(house, call, incident); }));
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].places.empty());
}

TEST_CASE("shown_in_inbox: it is the portal's line, also of who wanted it on no channel")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    add(world, {.name = "cyd", .topics = std::vector<Topic>{}, .language = "de"});
    say(world, outage(1), 0s);
    auto const shown = by(Medium::inbox, previews(world));
    REQUIRE(shown.size() == 2);
    auto const items = world.read(
        [&](Call& call) { return inbox(call, {.contact = ada, .reader = {}}, std::nullopt, 1); });
    CHECK(shown[1].subject == items.at(0).title);
    CHECK(shown[1].text == items.at(0).says);
    CHECK(shown[0].language == "de");
}

TEST_CASE("shown_as_copy: it is the text to hand on, in nobody's name")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const id = say(world, outage(1));
    auto const shown = by(Medium::copy, previews(world));
    auto const copies =
        world.read([&](Call& call) { return copy_texts(call, id, "Etc/UTC"); }).value().texts;
    REQUIRE(shown.size() == copies.size());
    for (std::size_t i = 0; i < copies.size(); ++i) {
        CHECK(shown[i].text == copies[i].text);
        CHECK(shown[i].language == copies[i].language);
        CHECK_FALSE(shown[i].brand);
    }
}

TEST_CASE("shown_by_mail: two that differ in brand are two, each in its own name")
{
    support::World world;
    add(world, {.name = "ada"});
    add_at_partner(world, {.name = "dan"});
    say(world, outage(1));
    auto const shown = by(Medium::mail, previews(world));
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].brand != shown[1].brand);
}
