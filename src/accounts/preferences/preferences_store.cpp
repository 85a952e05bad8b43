#include "accounts/preferences/preferences_store.hpp"

#include "accounts/topics.hpp"

namespace tellfirst::accounts {
namespace {

struct PreferencesRow {
    ContactId contact;
    std::optional<std::int64_t> mail_bits, sms_bits, push_bits;
    std::optional<QuietHours> quiet;
    std::optional<std::string> digest_at;
    bool short_text = false;
    std::string language;
    std::string zone;
    std::optional<std::string> phone;
    bool confirmed = true;
    std::int64_t version = 1;
    std::int64_t plan_mail = 0, plan_sms = 0, plan_push = 0;
};
BOOST_DESCRIBE_STRUCT(
    PreferencesRow, (),
    (contact, mail_bits, sms_bits, push_bits, quiet, digest_at, short_text, language, zone, phone,
     confirmed, version, plan_mail, plan_sms, plan_push))

struct PlanRow {
    std::int64_t sms_bits = 0, push_bits = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (sms_bits, push_bits))

Preferences to_preferences(PreferencesRow&& row)
{
    Preferences all;
    all.contact = row.contact;
    for (auto const& [channel, bits] :
         {std::pair{Channel::mail, row.mail_bits}, std::pair{Channel::sms, row.sms_bits},
          std::pair{Channel::push, row.push_bits}})
        if (bits)
            all.choices.push_back({.channel = channel, .topics = topics_in(*bits)});
    all.quiet_hours = std::move(row.quiet);
    all.digest_at = std::move(row.digest_at);
    all.short_text = row.short_text;
    all.language = std::move(row.language);
    all.zone = std::move(row.zone);
    all.phone = std::move(row.phone);
    all.plan_choices = {
        {.channel = Channel::mail, .topics = topics_in(row.plan_mail)},
        {.channel = Channel::sms, .topics = topics_in(row.plan_sms)},
        {.channel = Channel::push, .topics = topics_in(row.plan_push)}};
    all.confirmed = row.confirmed;
    all.version = row.version;
    return all;
}

// Nothing where the channel is not named.
std::optional<std::int64_t> bits_of(std::span<Choice const> choices, Channel channel)
{
    auto const found = std::ranges::find(choices, channel, &Choice::channel);
    return found == choices.end() ? std::nullopt : std::optional{topic_bits(found->topics)};
}

}  // namespace

std::optional<Preferences> preferences_of(db::Tx& tx, ContactId id)
{
    auto row = tx.one<PreferencesRow>(
        R"sql(
        SELECT c.id AS contact, c.topic_bits AS mail_bits, c.sms_bits AS sms_bits,
               c.push_bits AS push_bits, c.quiet AS quiet, c.digest_at AS digest_at,
               c.short_text AS short_text, c.language AS language, c.zone AS zone,
               c.phone AS phone,
               CASE WHEN c.unconfirmed_since IS NULL THEN 1 ELSE 0 END AS confirmed,
               c.version AS version,
               COALESCE(p.topic_bits, 0) AS plan_mail, COALESCE(p.sms_bits, 0) AS plan_sms,
               COALESCE(p.push_bits, 0) AS plan_push
        FROM   accounts_contacts c
        LEFT JOIN accounts_accounts a ON a.id = c.account
        LEFT JOIN accounts_plans p ON p.id = a.plan
        WHERE  c.id = :id)sql",
        {{"id", id}});
    if (!row)
        return std::nullopt;
    auto all = to_preferences(*std::move(row));
    all.services = store::services_chosen_by(tx, id);
    return all;
}

std::optional<PlanPreferences> preferences_of_plan(db::Tx& tx, PlanId id)
{
    auto const row = tx.one<PlanRow>(
        "SELECT sms_bits, push_bits FROM accounts_plans WHERE id = :id", {{"id", id}});
    if (!row)
        return std::nullopt;
    return PlanPreferences{
        .choices = {
            {.channel = Channel::sms, .topics = topics_in(row->sms_bits)},
            {.channel = Channel::push, .topics = topics_in(row->push_bits)}}};
}

namespace store {

bool save_preferences(db::Tx& tx, Preferences const& preferences)
{
    bool const is_saved = tx.run(
                              R"sql(
        UPDATE accounts_contacts
        SET    topic_bits = :mail_bits, sms_bits = :sms_bits, push_bits = :push_bits,
               quiet = :quiet, digest_at = :digest_at, short_text = :short_text,
               language = :language, zone = :zone, phone = :phone, version = :version
        WHERE  id = :id AND version = :version - 1)sql",
                              {{"id", preferences.contact},
                               {"mail_bits", bits_of(preferences.choices, Channel::mail)},
                               {"sms_bits", bits_of(preferences.choices, Channel::sms)},
                               {"push_bits", bits_of(preferences.choices, Channel::push)},
                               {"quiet", preferences.quiet_hours},
                               {"digest_at", preferences.digest_at},
                               {"short_text", preferences.short_text},
                               {"language", preferences.language},
                               {"zone", preferences.zone},
                               {"phone", preferences.phone},
                               {"version", preferences.version}}) == 1;
    if (is_saved)
        choose_services(tx, preferences.contact, preferences.services);
    return is_saved;
}

std::optional<std::vector<ServiceId>> services_chosen_by(db::Tx& tx, ContactId id)
{
    auto chosen = tx.all<ServiceId>(
        R"sql(
        SELECT s.service
        FROM   accounts_subscribed_services s
        JOIN   accounts_contacts c ON c.id = s.contact
        WHERE  s.contact = :id AND c.account IS NULL
        ORDER BY s.service)sql",
        {{"id", id}});
    return chosen.empty() ? std::nullopt : std::optional{std::move(chosen)};
}

void choose_services(
    db::Tx& tx, ContactId id, std::optional<std::vector<ServiceId>> const& services)
{
    tx.run("DELETE FROM accounts_subscribed_services WHERE contact = :id", {{"id", id}});
    std::vector<std::vector<db::Param>> sets;
    for (auto const service : services.value_or(std::vector<ServiceId>{}))
        sets.push_back({{"contact", id}, {"service", service}});
    tx.bulk(
        "INSERT INTO accounts_subscribed_services (contact, service) VALUES (:contact, :service)",
        sets);
}

void save_preferences_of_plan(db::Tx& tx, PlanId id, PlanPreferences const& preferences)
{
    tx.run(
        R"sql(
        UPDATE accounts_plans
        SET    sms_bits = :sms_bits, push_bits = :push_bits
        WHERE  id = :id)sql",
        {{"id", id},
         {"sms_bits", bits_of(preferences.choices, Channel::sms).value_or(0)},
         {"push_bits", bits_of(preferences.choices, Channel::push).value_or(0)}});
}

void save_has_push(db::Tx& tx, ContactId id, bool has_push)
{
    tx.run(
        "UPDATE accounts_contacts SET has_push = :has_push WHERE id = :id",
        {{"id", id}, {"has_push", has_push}});
}

}  // namespace store
}  // namespace tellfirst::accounts
