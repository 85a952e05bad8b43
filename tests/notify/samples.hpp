#pragma once
// What the tests of notify begin with.
#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "notify/sending_store.hpp"
#include "notify/store.hpp"
#include "support/database.hpp"

namespace tellfirst::notify::samples {

using namespace std::chrono_literals;
using accounts::Topic;

inline constexpr ServiceId mail_service{101};
inline constexpr ServiceId web_service{102};
inline constexpr IncidentId incident{7001};

inline Email address(std::string_view text)
{
    return Email::parse(text).value();
}

// One account with one contact, whose mail address begins with the account's name.
struct Customer {
    std::string name;
    std::optional<std::vector<ServiceId>> services = {};  // absent = unknown
    std::optional<std::vector<Topic>> topics = {};        // absent = the plan's
    std::string language = "en";
    std::string zone = "Etc/UTC";
};

inline PlanId plan_of(support::World& world)
{
    return world.write([](Call& call) {
        if (auto const plan = accounts::find_plan_named(call.tx, "Pro"))
            return plan->id;
        accounts::NewPlan plan;
        plan.name = "Pro";
        return accounts::add_plan(call, plan).value().id;
    });
}

inline ContactId add(support::World& world, Customer const& customer)
{
    auto const plan = plan_of(world);
    auto const account = world.write([&](Call& call) {
        return accounts::add_account(
            call, {.name = customer.name + " Ltd",
                   .plan = plan,
                   .services = customer.services,
                   .contacts = {
                       {.name = customer.name,
                        .email = address(customer.name + "@example.test"),
                        .language = customer.language,
                        .zone = customer.zone,
                        .topics = customer.topics}}});
    });
    return account.value().contacts.front().id;
}

inline void choose(support::World& world, ContactId who, accounts::NewPreferences const& wish)
{
    if (!world.write([&](Call& call) { return accounts::choose_preferences(call, who, wish); }))
        throw std::logic_error{"these preferences are refused"};
}

// Who subscribed on the page to trouble and its end, of these services or (nothing) of all.
inline ContactId add_subscriber(
    support::World& world, std::string const& name,
    std::optional<std::vector<ServiceId>> const& services)
{
    auto const id = world.write([&](Call& call) {
        return accounts::add_prospect(call, name, address(name + "@example.test"), BrandId{1}).id;
    });
    choose(
        world, id,
        {.choices = {{accounts::Channel::mail, {Topic::unplanned, Topic::recovery}}},
         .services = services});
    return id;
}

// Lens & Light, a partner; its customers hear from it alone.
inline BrandId partner_of(support::World& world)
{
    return world.write([](Call& call) {
        auto const all = accounts::brands(call.tx);
        auto const found = std::ranges::find(all, "Lens & Light", &accounts::Brand::name);
        if (found != all.end())
            return found->id;
        accounts::NewBrand lens{.name = "Lens & Light", .host = "status.lens.test"};
        lens.accent = "#7a1f3d";
        lens.contact = {.text = "Weekdays 9 to 17", .email = address("help@lens.test")};
        lens.mail_from = address("Care@Help.lens.test");
        lens.mail_name = "Lens Care";
        return accounts::add_brand(call, lens).value().id;
    });
}

inline ContactId add_at_partner(support::World& world, Customer const& customer)
{
    auto const contact = add(world, customer);
    auto const lens = partner_of(world);
    world.write([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, contact)->account;
        return accounts::give_brand(call, *account, lens);
    });
    return contact;
}

inline void suppress(Call& call, std::string_view address, std::string_view topic)
{
    call.tx.run(
        R"sql(
        INSERT INTO notify_suppressed (id, address_key, address, topic, brand, cause, reason, at)
        VALUES (:id, :address, :address, :topic, 0, 'no_such_address',
                'the address does not exist', :at)
        ON CONFLICT DO NOTHING)sql",
        {{"id", call.new_id<SuppressionId>()},
         {"address", address},
         {"topic", topic},
         {"at", call.now}});
}

inline Announcement outage(std::int64_t update)
{
    return {
        .about = incident,
        .update = UpdateId{update},
        .topic = Topic::unplanned,
        .tag = "outage",
        .title = "Mail is down",
        .state = "investigating",
        .services = {mail_service},
        .service_names = {"Mail"},
        .service_state = "major",
        .text = "We are looking for the cause.",
        .when = {.next_word_at = support::test_start + 1h},
        .started_at = support::test_start - 10min};
}

inline Announcement resolved(std::int64_t update)
{
    auto words = outage(update);
    words.reach = Reach::told;
    words.topic = Topic::recovery;
    words.tag = "resolved";
    words.state = "resolved";
    words.service_state = "operational";
    words.text = "A disk was full.";
    words.when = {};
    words.ended_at = support::test_start;
    return words;
}

inline constexpr WindowId window{8001};

// Work on mail, in a day, for two hours.
inline Announcement work_planned(std::int64_t update)
{
    return {
        .about = window,
        .update = UpdateId{update},
        .topic = Topic::planned,
        .tag = "planned",
        .title = "New disks",
        .state = "planned",
        .services = {mail_service},
        .service_names = {"Mail"},
        .service_state = "maintenance",
        .text = "Mail waits meanwhile.",
        .started_at = support::test_start + 24h,
        .ended_at = support::test_start + 26h};
}

inline Announcement work_cancelled(std::int64_t update)
{
    auto words = work_planned(update);
    words.reach = Reach::told;
    words.tag = words.state = "cancelled";
    words.text = "The disks are late.";
    return words;
}

inline NoticeId
say(support::World& world, Announcement const& words, std::chrono::seconds undo = 30s)
{
    return world.write([&](Call& call) { return announce(call, words, undo); });
}

// Counts and all lines.
struct WholeProof : Proof {
    std::vector<ProofLine> deliveries;
};

inline WholeProof proof(support::World& world, About const& about = incident)
{
    return world.read([&](Call& call) {
        return WholeProof{proof_of(call.tx, about), proof_lines(call.tx, about, {}, {}, 100'000)};
    });
}

// "ada accepted", "bob opted_out: topic unplanned is off", of one notice or of all; by contact.
inline std::vector<std::string> rows(support::World& world, NoticeId notice = {})
{
    std::vector<std::string> rows;
    for (auto const& line : proof(world).deliveries)
        if (!notice || line.notice == notice)
            rows.push_back(fmt::format(
                "{} {}{}{}", line.name, name_of(line.state), line.reason ? ": " : "",
                line.reason.value_or("")));
    return rows;
}

// "ada mail queued", "ada sms queued", of one notice; by contact.
inline std::vector<std::string> by_channel(support::World& world, NoticeId notice)
{
    std::vector<std::string> rows;
    for (auto const& line : proof(world).deliveries)
        if (line.notice == notice)
            rows.push_back(
                fmt::format("{} {} {}", line.name, name_of(line.channel), name_of(line.state)));
    return rows;
}

// As the outbox does it: claims what is due, and lets all of it end in this way.
inline std::vector<Claimed> claim_all(support::World& world)
{
    return world.write([](Call& call) {
        std::vector<Claimed> all;
        for (auto const lane : {Lane::transactional, Lane::incident, Lane::planned, Lane::news}) {
            auto const some = store::claim(call.tx, lane, call.now, 1000);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    });
}

inline void end(support::World& world, std::vector<Claimed> const& claimed, Fate const& fate)
{
    world.write([&](Call& call) {
        std::vector<Settled> settled;
        for (auto const& each : claimed)
            settled.push_back({{each.notice, each.recipient}, fate});
        store::settle(call.tx, settled);
    });
}

inline void deliver_all(support::World& world)
{
    end(world, claim_all(world), {.state = State::accepted, .attempts = 1, .at = world.now()});
}

using Rows = std::vector<std::string>;

}  // namespace tellfirst::notify::samples
