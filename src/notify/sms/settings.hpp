#pragma once
#include <string>

namespace tellfirst::notify {

// The owner's gateway for SMS, as his settings name it (config/tellfirst.toml.example explains
// each); what is empty is the preset's. Lists have commas between their words.
struct SmsSettings {
    std::string preset;  // kannel, twilio or generic; "" sends no SMS
    std::string url;
    std::string method;
    std::string headers;   // "Name: value"
    std::string encoding;  // query, form or json
    std::string body;
    std::string success;  // "200-299", "201 /status=queued"
    std::string user;
    std::string password;
    std::string from;
    std::string report_id;         // the field of a report that holds {id}; "" = its address does
    std::string report_status;     // the field that says what became of it
    std::string report_delivered;  // its values for that
    std::string report_failed;
};

}  // namespace tellfirst::notify
