#pragma once
// The values of subscribing and inviting.
#include "accounts/types.hpp"

namespace tellfirst::accounts {

// Somebody asks to hear of these topics, at an address that may be anybody's.
struct Subscription {
    Email email;
    BrandId brand;  // on whose page
    std::string language = "en";
    std::string zone = "Etc/UTC";  // one that nobody knows is UTC
    std::vector<Topic> topics;
    std::string origin;  // from where he asks, sealed: what is counted, not who it was
    std::optional<std::vector<ServiceId>> services = {};  // absent: all, also later ones
};
BOOST_DESCRIBE_STRUCT(Subscription, (), (email, brand, language, zone, topics, origin, services))

// A link that is to be mailed to a contact.
struct ConfirmationLink {
    ContactId contact;
    std::string secret;
};

// What one act of inviting a plan does, or would do, to its contacts.
struct Invited {
    std::int64_t invited = 0;            // who will get a letter
    std::int64_t already_confirmed = 0;  // who needs none
    std::int64_t unreachable = 0;        // whom no letter would reach
    bool operator==(Invited const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (invited, already_confirmed, unreachable))

// How far the invitations of a plan are.
struct Invitations {
    std::int64_t invited = 0;
    std::int64_t confirmed = 0;
    std::int64_t waiting = 0;
    bool operator==(Invitations const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Invitations, (), (invited, confirmed, waiting))

// Whom one act of inviting marked: those of the plan who were invited at that moment.
struct InvitationWave {
    PlanId plan;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(InvitationWave, (), (plan, at))

}  // namespace tellfirst::accounts
