#pragma once
// Mails as customers' mail programs write them.
#include "accounts/types.hpp"
#include "db/house.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::app::demo {

// Whose Authentication-Results the demo believes, so that its customers are who they say.
inline constexpr std::string_view mail_server = "mx.framewell.example";

struct CustomerMail {
    accounts::Contact const& from;
    std::string_view subject;
    std::string_view text;
    Instant at;
    mime::Mail const* answered = nullptr;  // a mail of ours
};

[[nodiscard]] std::string customer_mail(CustomerMail const& mail, House const& house);

// "support@" our domain.
[[nodiscard]] std::string our_address(House const& house);
// Where an answer to this mail of ours goes.
[[nodiscard]] std::string reply_address(mime::Mail const& mail);

}  // namespace tellfirst::app::demo
