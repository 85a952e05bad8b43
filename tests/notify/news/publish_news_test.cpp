#include "notify/channels/prepare.hpp"
#include "notify/digest/gather.hpp"
#include "notify/news/news.hpp"
#include "notify/press.hpp"
#include "notify/samples.hpp"
#include "team/team.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Topic> const wants_news{Topic::news};

NewNews faster(std::optional<BrandId> brand = {})
{
    return {
        .brand = brand,
        .texts = {
            {.language = "en", .title = "Faster galleries", .text = "They open at once."},
            {.language = "de", .title = "Schnellere Galerien", .text = "Sie gehen sofort auf."}}};
}

Result<News> publish(support::World& world, NewNews const& wish)
{
    return world.write([&](Call& call) { return publish_news(call, wish); });
}

// "ada mail queued", by contact.
Rows told(support::World& world, News const& news)
{
    Rows rows;
    for (auto const& line : proof(world, news.id).deliveries)
        rows.push_back(fmt::format(
            "{} {} {}{}{}", line.name, name_of(line.channel), name_of(line.state),
            line.reason ? ": " : "", line.reason.value_or("")));
    return rows;
}

std::vector<mime::Mail> mails(support::World& world)
{
    world.pass(1min);
    auto claimed = claim_all(world);
    std::ranges::sort(claimed, {}, &Claimed::name);
    std::vector<mime::Mail> read;
    for (auto const& each : Press{world.house()}.make(claimed).mails)
        read.push_back(mime::parse(each.data));
    return read;
}

void subscribe(support::World& world, std::string const& name, std::vector<Topic> const& topics)
{
    world
        .write([&](Call& call) {
            auto const default_brand = accounts::default_brand(call.tx).id;
            auto const who =
                accounts::add_prospect(call, name, address(name + "@example.test"), default_brand);
            return accounts::choose_topics(call, who.id, topics);
        })
        .value();
}

}  // namespace

TEST_CASE("publish_news: who reads in the brand and wants news is told, of all others it says why")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .topics = wants_news});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        add_at_partner(world, {.name = "pia", .topics = wants_news});
        subscribe(world, "sam", wants_news);
        subscribe(world, "tom", {Topic::unplanned});
        auto const said = publish(world, faster()).value();
        CHECK(
            told(world, said) == Rows{
                                     "ada mail queued", "bob mail opted_out: topic news is off",
                                     "sam mail queued", "tom mail opted_out: topic news is off"});
        CHECK(bool{said.notice.topic == Topic::news});
        CHECK(bool{said.notice.state == NoticeState::waiting});
        CHECK(said.notice.counts.queued == 2);
    });
}

TEST_CASE("publish_news: as many are told as the audience said before")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .topics = wants_news});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        auto const lens = partner_of(world);
        add_at_partner(world, {.name = "pia", .topics = wants_news});
        Target const target{
            .topic = Topic::news,
            .reach = Reach::readers,
            .about = {},
            .services = {},
            .brand = lens};
        auto const seen = world.read([&](Call& call) { return audience_of(call.tx, target); });
        CHECK(seen.contacts == 1);
        CHECK(seen.will_be_told == 1);
        auto const members = world.read(
            [&](Call& call) { return members_of(call.tx, target, {.words = {}, .limit = 9}); });
        REQUIRE(members.size() == 1);
        CHECK(bool{members[0].because == Because::of_brand});
        CHECK(told(world, publish(world, faster(lens)).value()) == Rows{"pia mail queued"});
    });
}

TEST_CASE("publish_news: where a plan is named, it is for accounts on it alone")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .topics = wants_news});
        subscribe(world, "sam", wants_news);
        auto const large = world.write([](Call& call) {
            accounts::NewPlan plan;
            plan.name = "Large";
            return accounts::add_plan(call, plan).value().id;
        });
        auto wish = faster();
        wish.plan = plan_of(world);
        CHECK(told(world, publish(world, wish).value()) == Rows{"ada mail queued"});
        wish.plan = large;
        CHECK(told(world, publish(world, wish).value()).empty());
    });
}

TEST_CASE("publish_news: each reads it in his language, the others in its first")
{
    support::World world;
    add(world, {.name = "ada", .topics = wants_news, .language = "de-AT"});
    add(world, {.name = "bob", .topics = wants_news, .language = "en"});
    publish(world, faster()).value();
    auto const read = mails(world);
    REQUIRE(read.size() == 2);
    CHECK(read[0].subject == "[news] Schnellere Galerien");
    CHECK(read[0].body_text.contains("Sie gehen sofort auf."));
    CHECK(read[1].subject == "[news] Faster galleries");
    CHECK(read[1].body_text.contains("You get this mail because you have news on."));

    auto wish = faster();
    wish.texts.pop_back();
    publish(world, wish).value();
    CHECK(mails(world).at(0).subject == "[news] Faster galleries");
}

TEST_CASE("publish_news: by SMS it goes to those alone who chose it there")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const bob = add(world, {.name = "bob"});
    accounts::NewPreferences wish{
        .choices = {{Channel::mail, wants_news}, {Channel::sms, {Topic::unplanned}}},
        .language = "de",
        .phone = "+49151123456"};
    choose(world, ada, wish);
    wish.choices = {{Channel::mail, {}}, {Channel::sms, wants_news}};
    choose(world, bob, wish);
    auto const said = publish(world, faster()).value();
    CHECK(
        told(world, said) ==
        Rows{"ada mail queued", "bob mail opted_out: topic news is off", "bob sms queued"});
    world.pass(1min);
    auto const claimed = world.write(
        [](Call& call) { return store::claim(call.tx, {Lane::news, Channel::sms}, call.now, 10); });
    auto const prepared = prepare(world.house(), claimed);
    REQUIRE(prepared.messages.size() == 1);
    CHECK(prepared.messages[0].words.title == "Schnellere Galerien");
    CHECK(prepared.messages[0].link.ends_with("/portal/inbox"));
}

TEST_CASE("publish_news: who wants a digest reads all of it there")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    choose(
        world, ada,
        {.choices = {{Channel::mail, wants_news}}, .digest_at = "18:00", .language = "de"});
    auto const said = publish(world, faster()).value();
    CHECK(told(world, said) == Rows{"ada mail queued: in the digest at 18:00"});
    world.pass(9h);
    world.write([](Call& call) { gather_digests(call); });
    auto const read = mails(world);
    REQUIRE(read.size() == 1);
    CHECK(read[0].subject == "[digest] Schnellere Galerien");
    CHECK(read[0].body_text.contains("Sie gehen sofort auf."));
    CHECK_FALSE(read[0].body_text.contains("Beginnt"));
}

TEST_CASE("publish_news: what a partner makes of it is read in every language")
{
    support::World world;
    add_at_partner(world, {.name = "pia", .topics = wants_news, .language = "de"});
    auto const lens = partner_of(world);
    REQUIRE(world.write(
        [&](Call& call) { return change_forwards(call, lens, {.mode = Forwarding::held}); }));
    auto const said = publish(world, faster(lens)).value();
    CHECK(told(world, said) == Rows{"pia mail held: waits for its release"});
    REQUIRE(world.write([&](Call& call) {
        return release(
            call, {.brand = lens, .notice = said.id}, {.title = "Neu bei Lens", .text = "Gut!"});
    }));
    auto const read = mails(world);
    auto const his = std::ranges::find(read, "[news] Neu bei Lens", &mime::Mail::subject);
    REQUIRE(his != read.end());
    CHECK(his->body_text.contains("Gut!"));
    CHECK_FALSE(his->body_text.contains("sofort"));
    CHECK_FALSE(his->body_text.contains("Tellfirst"));
}

TEST_CASE("publish_news: where it is for many it waits for somebody else, who is led to it")
{
    support::World world;
    add(world, {.name = "ada", .topics = wants_news});
    add(world, {.name = "bob", .topics = wants_news});
    world.settings.notify.approve_above = 1;
    world
        .write([](Call& call) {
            team::NewPerson ben;
            ben.name = "Ben";
            ben.email = address("ben@us.test");
            ben.role = team::Role::lead;
            return team::add_person(call, ben);
        })
        .value();
    auto const said =
        world.write(Actor{.kind = Actor::Kind::token, .id = 7, .rights = {}}, [](Call& call) {
            return publish_news(call, faster());
        });
    CHECK(bool{said->notice.state == NoticeState::unapproved});
    auto const read = mails(world);
    REQUIRE(read.size() == 1);
    CHECK(read[0].subject == "Approve: Faster galleries");
    CHECK(read[0].body_text.contains("Nobody has read it yet."));
    CHECK(read[0].body_text.contains("/console/news"));
}

TEST_CASE("news: the newest first, with how far each is")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .topics = wants_news});
        say(world, outage(1));
        auto const first = publish(world, faster()).value();
        auto const second = publish(world, faster()).value();
        REQUIRE(world.write([&](Call& call) { return cancel(call, first.id); }));
        auto const all = world.read([](Call& call) { return news(call, std::nullopt, 10); });
        REQUIRE(all.size() == 2);
        CHECK(all[0].id == second.id);
        CHECK(bool{all[0].texts == faster().texts});
        CHECK(bool{all[1].notice.state == NoticeState::cancelled});
        CHECK(world.read([&](Call& call) { return news(call, second.id, 10); }).size() == 1);
    });
}

TEST_CASE("publish_news: refuses what nobody could read")
{
    support::World world;
    auto const refusal = [&](auto const& change) {
        auto wish = faster();
        change(wish);
        auto const refused = publish(world, wish).error();
        return refused.code + " " + refused.field;
    };
    CHECK(refusal([](NewNews& wish) { wish.texts.clear(); }) == "news.needs_text texts");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[1].language = "fr";
          }) == "news.unknown_language texts[1].language");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[1].language = "en";
          }) == "news.language_twice texts[1].language");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[0].title = " ";
          }) == "news.needs_title texts[0].title");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[0].title = std::string(201, 'a');
          }) == "news.title_too_long texts[0].title");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[1].text = "\n";
          }) == "news.needs_text texts[1].text");
    CHECK(refusal([](NewNews& wish) {
              wish.texts[1].text = std::string(10'001, 'a');
          }) == "news.text_too_long texts[1].text");
    CHECK(refusal([](NewNews& wish) { wish.undo_s = 3601; }) == "news.bad_undo undo_s");
    CHECK(refusal([](NewNews& wish) { wish.brand = BrandId{77}; }) == "brand.not_found brand");
    CHECK(refusal([](NewNews& wish) { wish.plan = PlanId{77}; }) == "plan.not_found plan");
}
