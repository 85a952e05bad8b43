#pragma once
// What a gateway reports later: the phone has it, or never will.
#include "db/call.hpp"
#include "notify/seal.hpp"
#include "notify/sms/gateway.hpp"
#include "wire/http/message.hpp"
#include "wire/http/rate_limit.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

// Of the tokens that stand for one SMS: nobody else can make one.
inline constexpr std::string_view sms_purpose = "sms";

// A gateway reports as fast as phones do, and once it could not reach us, all at once. Large ones
// bring some hundreds in a second for hours, and few try again what we refuse. A stranger who sends
// as many costs us a look at a seal each.
inline constexpr http::Rate report_rate{.per_second = 1'000, .burst = 5'000};

[[nodiscard]] std::string report_address(Settings const& settings, std::string_view id);

enum class Reported { delivered, failed, nothing_yet };

struct SmsReport {
    std::string id;
    Reported reported = Reported::nothing_yet;
    std::string status;  // in the gateway's words
};

// From the address, a form or JSON, where the gateway was told to put it. Pure.
[[nodiscard]] SmsReport read_report(Gateway const& gateway, http::Request const& request);

// The first word that says an end counts, and "delivered" more than any other. Error
// sms.no_such_report for an id that we did not make.
[[nodiscard]] Result<void> take_report(Call& call, SmsReport const& report);

void add_report_routes(http::Table& table, Gateway const& gateway);

}  // namespace tellfirst::notify
