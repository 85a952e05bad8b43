#pragma once
// A gateway for SMS, read from the settings: how it is asked, and what its answers mean. Pure.
#include "notify/channels/carried.hpp"
#include "notify/sms/settings.hpp"
#include "wire/http/client.hpp"

namespace tellfirst::notify {

// "201 /status=queued": a range of statuses, and what stands at a place in the answer.
struct GatewaySuccess {
    int from = 200;
    int to = 299;
    std::string pointer;  // RFC 6901; "" looks at no place
    std::string value;
};

// One text to one phone.
struct SmsWanted {
    std::string to;  // "+49151123456"
    std::string from;
    std::string text;
    bool is_gsm = true;
    std::string id;      // the same however often it is sent
    std::string report;  // where it may be reported what became of it
};

enum class SmsEncoding { query, form, json };
BOOST_DESCRIBE_ENUM(SmsEncoding, query, form, json)

struct Gateway {
    std::string url;
    std::string method;
    http::Headers headers;
    SmsEncoding encoding = SmsEncoding::form;
    std::string body;
    GatewaySuccess success;
    std::string user;
    std::string password;
    std::string from;  // may hold {brand}
    std::string report_id;
    std::string report_status;
    std::vector<std::string> report_delivered;
    std::vector<std::string> report_failed;

    // It is the owner's own choice, so it may stand anywhere.
    [[nodiscard]] http::Outgoing allowed() const;
    [[nodiscard]] http::Asking asking(SmsWanted const& wanted) const;
    // 200 and the like with the right words is accepted; what says nothing about this text (who we
    // are is refused, too much, out of order) lets all wait.
    [[nodiscard]] Carried meaning(http::Answered const& answered, Instant now) const;
};

// Nothing where no preset is named. Error settings.bad_value with the key and what is wrong.
[[nodiscard]] Result<std::optional<Gateway>> read_gateway(SmsSettings const& settings);

}  // namespace tellfirst::notify
