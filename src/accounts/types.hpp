#pragma once
// The values of accounts, as they stand in the API too.
#include "accounts/brands/types.hpp"
#include "accounts/preferences/types.hpp"
#include "kernel/email.hpp"
#include "kernel/ids.hpp"
#include "kernel/json.hpp"
#include "kernel/money.hpp"

namespace tellfirst::accounts {

// A daily stretch of covered time: local wall time, "09:00" to "18:00"; "24:00" ends a day.
struct DayWindow {
    std::string opens;
    std::string closes;
    bool operator==(DayWindow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DayWindow, (), (opens, closes))

// The windows of each weekday; an empty list is a closed day.
struct Week {
    std::vector<DayWindow> monday, tuesday, wednesday, thursday, friday, saturday, sunday;
    bool operator==(Week const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Week, (), (monday, tuesday, wednesday, thursday, friday, saturday, sunday))

// A day with other hours than its weekday: closed where `windows` is empty.
struct Holiday {
    static constexpr std::array<std::string_view, 1> required{"date"};
    std::string date;  // "2026-12-24"
    std::string name;
    bool yearly = false;
    std::vector<DayWindow> windows;
    bool operator==(Holiday const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name, yearly, windows))

struct NewCalendar {
    static constexpr std::array<std::string_view, 2> required{"name", "week"};
    std::string name;
    std::string zone = "Etc/UTC";
    Week week;
    std::vector<Holiday> holidays;
};
BOOST_DESCRIBE_STRUCT(NewCalendar, (), (name, zone, week, holidays))

struct Calendar {
    CalendarId id;
    std::string name;
    std::string zone;
    Week week;
    std::vector<Holiday> holidays;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (id, name, zone, week, holidays, version))

// Below this availability (percent) so much of the fee (percent) is credited.
struct CreditTier {
    double below = 0;
    double percent = 0;
    bool operator==(CreditTier const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CreditTier, (), (below, percent))

// How the services that an account uses make one figure: any that is down brings all down, or each
// counts its share.
enum class GroupRule { any, average };
BOOST_DESCRIBE_ENUM(GroupRule, any, average)

// What was sold. Every field has a default; minutes are covered time unless `around_the_clock`.
struct PlanTerms {
    static constexpr std::array<std::string_view, 0> required{};
    Money price;
    std::string billed = "month";        // "month" or "year"
    std::optional<double> availability;  // percent; absent = no target
    std::optional<CalendarId> calendar;  // covered hours; absent = the default calendar
    bool around_the_clock = false;       // clocks run day and night
    std::optional<std::int64_t> first_reply_minutes = 8 * 60;
    std::optional<std::int64_t> next_reply_minutes = 8 * 60;
    std::optional<std::int64_t> resolve_minutes;
    std::int64_t notice_lead_hours = 24;          // before planned maintenance
    std::int64_t first_word_minutes = 30;         // from outage to first public word
    std::optional<std::int64_t> tickets_a_month;  // absent = as many as he likes
    std::int64_t reopen_days = 14;                // a later answer is a new, linked ticket
    double weight_degraded = 0.3;
    double weight_partial = 0.3;
    GroupRule groups = GroupRule::any;
    std::int64_t minimum_outage_seconds = 0;  // what was over sooner does not count
    bool announced_maintenance_excluded = true;
    bool availability_in_covered_hours = false;  // at other times it may be down
    std::vector<CreditTier> credit_tiers;
    double credit_cap = 100;  // percent of the fee in a billing period
    std::vector<Topic> topics{Topic::planned, Topic::unplanned, Topic::recovery, Topic::tickets};

    bool operator==(PlanTerms const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    PlanTerms, (),
    (price, billed, availability, calendar, around_the_clock, first_reply_minutes,
     next_reply_minutes, resolve_minutes, notice_lead_hours, first_word_minutes, tickets_a_month,
     reopen_days, weight_degraded, weight_partial, groups, minimum_outage_seconds,
     announced_maintenance_excluded, availability_in_covered_hours, credit_tiers, credit_cap,
     topics))

// The API form: name beside the terms ({"name": "Pro", "availability": 99.9}).
struct NewPlan : PlanTerms {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NewPlan, (PlanTerms), (name))

struct Plan : PlanTerms {
    PlanId id;
    std::string name;
    Instant since;  // from when these terms hold
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Plan, (PlanTerms), (id, name, since, version))

struct NewContact {
    static constexpr std::array<std::string_view, 2> required{"name", "email"};
    std::string name;
    Email email;
    std::optional<std::string> phone;
    std::string language = {};  // "" = his brand's
    std::string zone = "Etc/UTC";
    std::optional<std::vector<Topic>> topics;  // the whole choice; absent = the plan's default
};
BOOST_DESCRIBE_STRUCT(NewContact, (), (name, email, phone, language, zone, topics))

// Why mail for many does not go to an address any more.
enum class Unreached { no_such_address, keeps_bouncing, complained };
BOOST_DESCRIBE_ENUM(Unreached, no_such_address, keeps_bouncing, complained)

struct Unreachable {
    Unreached cause = Unreached::no_such_address;
    std::string reason;  // what his server said, in words
    Instant since;
    bool operator==(Unreachable const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unreachable, (), (cause, reason, since))

struct Contact {
    ContactId id;
    std::optional<AccountId> account;  // none: a prospect
    std::string name;
    Email email;
    std::optional<std::string> phone;
    std::string language = "en";
    std::string zone = "Etc/UTC";
    std::optional<std::vector<Topic>> topics;
    std::int64_t version = 1;
    std::optional<Unreachable> unreachable;  // letters to him alone go all the same
};
BOOST_DESCRIBE_STRUCT(
    Contact, (), (id, account, name, email, phone, language, zone, topics, version, unreachable))

struct NewAccount {
    static constexpr std::array<std::string_view, 2> required{"name", "plan"};
    std::string name;
    PlanId plan;
    std::optional<std::vector<ServiceId>> services;  // exactly these; absent = unknown = all
    std::vector<NewContact> contacts;
    std::optional<BrandId> brand;  // from which they hear; absent = the default
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (name, plan, services, contacts, brand))

struct Account {
    AccountId id;
    std::string name;
    PlanId plan;
    std::string plan_name;
    // All that it uses: its own list and its plan's rule. Absent where neither is known.
    std::optional<std::vector<ServiceId>> services;
    std::optional<std::vector<ServiceId>> own_services;
    std::vector<Contact> contacts;
    BrandId brand;
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Account, (),
    (id, name, plan, plan_name, services, own_services, contacts, brand, created_at, version))

// The services that all accounts on a plan use, besides their own; none: there is no such rule.
struct PlanServices {
    PlanId plan;
    std::vector<ServiceId> services;
    std::int64_t version = 1;  // of the rule: the plan's own counts its terms
};
BOOST_DESCRIBE_STRUCT(PlanServices, (), (plan, services, version))

// Time in which an account cannot bear maintenance: "photos online by Tuesday midnight".
struct NewCriticalDate {
    static constexpr std::array<std::string_view, 3> required{"title", "starts_at", "ends_at"};
    std::string title;
    Instant starts_at;
    Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(NewCriticalDate, (), (title, starts_at, ends_at))

struct CriticalDate {
    CriticalDateId id;
    AccountId account;
    std::string account_name;
    std::string title;
    Instant starts_at;
    Instant ends_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(
    CriticalDate, (), (id, account, account_name, title, starts_at, ends_at, created_at))

// An account as a line of a list.
struct AccountRow {
    AccountId id;
    std::string name;
    PlanId plan;
    std::string plan_name;
    std::optional<std::int64_t> services;  // how many; nothing where that is not known
    std::int64_t contacts = 0;
    BrandId brand;
    Instant created_at;
    std::int64_t version = 1;
    bool operator==(AccountRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    AccountRow, (), (id, name, plan, plan_name, services, contacts, brand, created_at, version))

// One wrong line of an import; lines count from 1, the header included.
struct LineError {
    std::int64_t line = 0;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(LineError, (), (line, detail))

struct ImportPreview {
    std::vector<NewAccount> accounts;
    std::int64_t contacts = 0;
    std::int64_t unknown_exposure = 0;  // accounts of which we do not know what they use
    std::vector<LineError> errors;
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (), (accounts, contacts, unknown_exposure, errors))

struct ImportDone {
    std::int64_t accounts = 0;
    std::int64_t contacts = 0;
};
BOOST_DESCRIBE_STRUCT(ImportDone, (), (accounts, contacts))

}  // namespace tellfirst::accounts
