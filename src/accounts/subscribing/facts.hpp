#pragma once
// What is told of agreeing to hear from us.
#include "accounts/types.hpp"

namespace tellfirst::accounts {

// By himself, with a link that only his mailbox had.
struct ContactConfirmed {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ContactConfirmed";
    ContactId contact;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ContactConfirmed, (), (contact))

// Nothing: all. Told where a subscription changed it; else PreferencesChosen says it.
struct ServicesChosen {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ServicesChosen";
    ContactId contact;
    std::optional<std::vector<ServiceId>> services;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ServicesChosen, (), (contact, services))

struct PlanInvited {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "PlanInvited";
    PlanId plan;
    std::int64_t contacts = 0;
    [[nodiscard]] std::string subject() const { return plan.text(); }
};
BOOST_DESCRIBE_STRUCT(PlanInvited, (), (plan, contacts))

}  // namespace tellfirst::accounts
