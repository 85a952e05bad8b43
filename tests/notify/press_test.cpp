#include "notify/press.hpp"

#include "notify/samples.hpp"
#include "support/temp_dir.hpp"
#include "wire/dkim/key_samples.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Press::Made press_all(support::World& world)
{
    auto claimed = claim_all(world);
    std::ranges::sort(claimed, {}, &Claimed::name);
    return Press{world.house()}.make(claimed);
}

}  // namespace

TEST_CASE("Press: each reader gets the announcement in his language and under his name")
{
    support::World world;
    add(world, {.name = "ada"});
    add(world, {.name = "bert", .language = "de-AT", .zone = "Europe/Vienna"});
    say(world, outage(1), 0s);
    auto const made = press_all(world);
    REQUIRE(made.mails.size() == 2);
    CHECK(mime::parse(made.mails[0].data).body_text.contains("Hello ada,"));
    CHECK(mime::parse(made.mails[1].data).body_text.contains("Guten Tag bert,"));
    CHECK(made.mails[1].to == "bert@example.test");
    CHECK(made.mails[0].from != made.mails[1].from);
}

TEST_CASE("Press: who wants short mails reads the first line alone, and can still stop them")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    add(world, {.name = "bob"});
    choose(world, ada, {.choices = {}, .short_text = true});
    say(world, outage(1), 0s);
    auto const made = press_all(world);
    REQUIRE(made.mails.size() == 2);
    auto const read = mime::parse(made.mails[0].data);
    auto const whole = mime::parse(made.mails[1].data);
    CHECK(read.body_text == whole.body_text.substr(0, whole.body_text.find('\n') + 1));
    CHECK(read.body_html.empty());
    CHECK(read.body_text.size() <= 160);
    CHECK(read.header("list-unsubscribe").contains("/u/"));
    CHECK(read.subject == whole.subject);
}

TEST_CASE("Press: a partner's own mail ends with a text to hand on, nobody else's does (R-95)")
{
    support::for_each_database([](support::World& world) {
        auto const lens = partner_of(world);
        add(world, {.name = "ada"});
        add(world, {.name = "boss"});
        REQUIRE(world.write([&](Call& call) {
            return change_forwards(
                call, lens, {.mode = Forwarding::held, .tell = address("boss@example.test")});
        }));
        auto words = outage(1);
        words.service_names = {"Lens & Light Mail"};
        say(world, words, 0s);
        auto const made = press_all(world);
        REQUIRE(made.mails.size() == 2);
        auto const ordinary = mime::parse(made.mails[0].data);
        auto const his = mime::parse(made.mails[1].data);
        CHECK_FALSE(ordinary.body_text.contains("To hand on"));
        CHECK_FALSE(ordinary.body_html.contains("To hand on"));
        CHECK(his.body_text.contains(
            "To hand on to customers of your own:\n\nMail: down, looking for the cause"));
        CHECK(his.body_html.contains("To hand on to customers of your own:"));
    });
}

TEST_CASE("Press: a brand with a mail address of its own speaks from there")
{
    support::World world;
    add(world, {.name = "ada"});
    world.write([](Call& call) {
        accounts::NewBrand brand;
        brand.name = "Acme";
        brand.mail_from = address("care@acme.example.test");
        return accounts::change_brand(call, accounts::default_brand(call.tx).id, brand, {});
    });
    say(world, outage(1), 0s);
    auto const made = press_all(world);
    REQUIRE(made.mails.size() == 1);
    auto const read = mime::parse(made.mails.front().data);
    CHECK(read.from.front().name == "Acme");
    CHECK(read.from.front().email == "care@acme.example.test");
    CHECK(read.header("reply-to") == "care@acme.example.test");
}

TEST_CASE("Press: only mail from a domain that has a key is signed, with what leaves")
{
    support::World world;
    support::TempDir const folder;
    std::ofstream{folder / "key.pem"} << dkim::samples::ed25519;
    auto const keys = dkim::Keys::read(
        {{.domain = world.settings.domain, .selector = "s1", .path = folder / "key.pem"}});
    add(world, {.name = "ada"});
    add(world, {.name = "bert"});
    say(world, outage(1), 0s);
    auto const claimed = claim_all(world);
    auto const made = Press{world.house(), keys.value()}.make(claimed);
    REQUIRE(made.mails.size() == 2);
    for (auto const& mail : made.mails) {
        CHECK(mail.data.starts_with("DKIM-Signature: v=1; a=ed25519-sha256;"));
        CHECK(smtp::is_compiled(mail.data));
    }
    auto const other = dkim::Keys::read(
        {{.domain = "other.example", .selector = "s1", .path = folder / "key.pem"}});
    auto const unsigned_mail = Press{world.house(), other.value()}.make(claimed);
    CHECK_FALSE(unsigned_mail.mails.front().data.contains("DKIM-Signature"));
}

TEST_CASE("Press: a hidden service is named to accounts that use it or a group above it, only")
{
    support::for_each_database([](support::World& world) {
        constexpr ServiceId heron{201}, birds{202};
        add(world, {.name = "ada", .services = {{mail_service}}});
        add(world, {.name = "bert", .services = {{mail_service, birds}}});
        add(world, {.name = "carl"});
        auto words = outage(1);
        words.service_state = "degraded";
        words.hidden = {{.name = "Heron", .state = "major", .known_by = {heron, birds}}};
        say(world, words, 0s);
        auto const made = press_all(world);
        REQUIRE(made.mails.size() == 3);
        for (std::size_t const without : {0U, 2U}) {
            auto const read = mime::parse(made.mails[without].data);
            CHECK_FALSE(made.mails[without].data.contains("Heron"));
            CHECK(read.header("x-tellfirst-service") == "Mail");
            CHECK(read.body_text.starts_with("Mail: slow"));
        }
        auto const read = mime::parse(made.mails[1].data);
        CHECK(read.header("x-tellfirst-service") == "Mail, Heron");
        CHECK(read.body_text.starts_with("Mail, Heron: down"));
    });
}

TEST_CASE("Press: each account reads of the services that it uses, or of all where that is unknown")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .services = {{mail_service}}});
        add(world, {.name = "bert"});
        auto words = outage(1);
        words.services = {mail_service, web_service};
        words.service_names = {"Mail", "Web"};
        words.named = {
            {.name = "Mail", .state = "degraded", .known_by = {mail_service}},
            {.name = "Web", .state = "major", .known_by = {web_service}}};
        say(world, words, 0s);
        auto const made = press_all(world);
        REQUIRE(made.mails.size() == 2);
        auto const ada = mime::parse(made.mails[0].data);
        CHECK(ada.body_text.starts_with("Mail: slow"));
        CHECK(ada.body_text.contains("because ada Ltd uses these services"));
        auto const bert = mime::parse(made.mails[1].data);
        CHECK(bert.body_text.starts_with("Mail, Web: down"));
        CHECK(bert.body_text.contains("do not know yet which services bert Ltd uses"));
    });
}

TEST_CASE("Press: a notice that cannot be read ends, and the others leave")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const broken = say(world, outage(1), 0s);
    auto other = outage(2);
    other.about = IncidentId{7002};
    say(world, other, 0s);
    world.write([&](Call& call) {
        call.tx.run("UPDATE notify_notices SET body = '{}' WHERE id = :id", {{"id", broken}});
    });
    auto const made = press_all(world);
    CHECK(made.mails.size() == 1);
    REQUIRE(made.unsent.size() == 1);
    CHECK(made.unsent.front().delivery.notice == broken);
}

TEST_CASE("Press: what is useless by now ends here, with its reason")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    world.pass(24h + 1s);
    auto const made = press_all(world);
    CHECK(made.mails.empty());
    REQUIRE(made.unsent.size() == 1);
    CHECK(made.unsent.front().fate.state == State::failed);
    CHECK(made.unsent.front().fate.reason == "too late to be useful");
}

TEST_CASE("Press: one notice speaks to each reader in the name of his brand")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const bob = add_at_partner(world, {.name = "bob"});
        auto const notice = say(world, outage(1), 0s);
        auto const made = press_all(world);
        REQUIRE(made.mails.size() == 2);
        CHECK(mime::parse(made.mails[0].data).from.front().name == "Support");
        CHECK(made.mails[0].from.ends_with("@" + world.settings.domain));
        auto const partners = mime::parse(made.mails[1].data);
        CHECK(partners.from.front().name == "Lens Care");
        CHECK(partners.body_text.contains("http://status.lens.test"));
        seal::Owner const lens{.secret = world.settings.secret, .domain = "help.lens.test"};
        CHECK(made.mails[1].from == seal::bounce_address(lens, {notice, bob.value()}));
    });
}

TEST_CASE("Press: a letter's made-up names are on its reader's brand's domain")
{
    support::World world;
    auto const ada = add_at_partner(world, {.name = "ada"});
    world.write([&](Call& call) {
        return send(call, {.to = ada, .from = address("care@help.lens.test"), .text = "Hello."});
    });
    auto const made = press_all(world);
    REQUIRE(made.mails.size() == 1);
    CHECK(made.mails[0].from.ends_with("@help.lens.test"));
    auto const read = mime::parse(made.mails[0].data);
    CHECK(read.message_id.ends_with("@help.lens.test"));
    CHECK(read.body_html.contains("background:#7a1f3d"));
}

TEST_CASE("Press: where a brand was removed meanwhile, the reader hears from his present one")
{
    support::World world;
    auto const ada = add_at_partner(world, {.name = "ada"});
    say(world, outage(1), 0s);
    auto const lens = partner_of(world);
    world.write([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, ada)->account;
        REQUIRE(accounts::give_brand(call, *account, accounts::default_brand(call.tx).id));
        REQUIRE(accounts::remove_brand(call, lens, {}));
        return 0;
    });
    auto const made = press_all(world);
    REQUIRE(made.mails.size() == 1);
    CHECK(mime::parse(made.mails[0].data).from.front().name == "Support");
}
