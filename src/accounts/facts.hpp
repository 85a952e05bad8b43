#pragma once
// What accounts tells the rooms above. Ids and choices only: names and addresses stay in the
// tables, where they can be corrected and deleted.
#include "accounts/types.hpp"

namespace tellfirst::accounts {

struct PlanAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "PlanAdded";
    PlanId plan;
    [[nodiscard]] std::string subject() const { return plan.text(); }
};
BOOST_DESCRIBE_STRUCT(PlanAdded, (), (plan))

struct PlanChanged {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "PlanChanged";
    PlanId plan;
    std::int64_t version = 0;  // the terms in force from now on
    [[nodiscard]] std::string subject() const { return plan.text(); }
};
BOOST_DESCRIBE_STRUCT(PlanChanged, (), (plan, version))

struct CalendarAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "CalendarAdded";
    CalendarId calendar;
    [[nodiscard]] std::string subject() const { return calendar.text(); }
};
BOOST_DESCRIBE_STRUCT(CalendarAdded, (), (calendar))

struct AccountAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "AccountAdded";
    AccountId account;
    PlanId plan;
    [[nodiscard]] std::string subject() const { return account.text(); }
};
BOOST_DESCRIBE_STRUCT(AccountAdded, (), (account, plan))

// Also told when somebody who was nobody's contact becomes one: he keeps his id.
struct ContactAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ContactAdded";
    ContactId contact;
    std::optional<AccountId> account;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ContactAdded, (), (contact, account))

struct ExposureChanged {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ExposureChanged";
    AccountId account;
    std::optional<std::vector<ServiceId>> services;  // its own list; null: not known any more
    [[nodiscard]] std::string subject() const { return account.text(); }
};
BOOST_DESCRIBE_STRUCT(ExposureChanged, (), (account, services))

struct ExposureRuleChanged {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ExposureRuleChanged";
    PlanId plan;
    std::vector<ServiceId> services;  // none: no rule any more
    [[nodiscard]] std::string subject() const { return plan.text(); }
};
BOOST_DESCRIBE_STRUCT(ExposureRuleChanged, (), (plan, services))

struct TopicsChosen {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "TopicsChosen";
    ContactId contact;
    std::optional<std::vector<Topic>> topics;  // null: back to the plan's default
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(TopicsChosen, (), (contact, topics))

struct ReachChanged {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ReachChanged";
    ContactId contact;
    std::optional<Unreached> cause;  // null: mail for many goes to his address again
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ReachChanged, (), (contact, cause))

struct ContactSignedIn {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ContactSignedIn";
    ContactId contact;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ContactSignedIn, (), (contact))

struct BrandAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "BrandAdded";
    BrandId brand;
    [[nodiscard]] std::string subject() const { return brand.text(); }
};
BOOST_DESCRIBE_STRUCT(BrandAdded, (), (brand))

struct BrandChanged {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "BrandChanged";
    BrandId brand;
    [[nodiscard]] std::string subject() const { return brand.text(); }
};
BOOST_DESCRIBE_STRUCT(BrandChanged, (), (brand))

struct BrandRemoved {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "BrandRemoved";
    BrandId brand;
    [[nodiscard]] std::string subject() const { return brand.text(); }
};
BOOST_DESCRIBE_STRUCT(BrandRemoved, (), (brand))

struct BrandGiven {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "BrandGiven";
    AccountId account;
    BrandId brand;
    [[nodiscard]] std::string subject() const { return account.text(); }
};
BOOST_DESCRIBE_STRUCT(BrandGiven, (), (account, brand))

struct CriticalDateAdded {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "CriticalDateAdded";
    CriticalDateId date;
    AccountId account;
    [[nodiscard]] std::string subject() const { return date.text(); }
};
BOOST_DESCRIBE_STRUCT(CriticalDateAdded, (), (date, account))

struct CriticalDateRemoved {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "CriticalDateRemoved";
    CriticalDateId date;
    AccountId account;
    [[nodiscard]] std::string subject() const { return date.text(); }
};
BOOST_DESCRIBE_STRUCT(CriticalDateRemoved, (), (date, account))

}  // namespace tellfirst::accounts
