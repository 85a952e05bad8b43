#pragma once
#include "kernel/money.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tellfirst {

// What the operator chose, as plain values; read by app from file, environment and command line.
// config/tellfirst.toml.example explains each. Rooms read it, nobody writes it while we run.
struct Settings {
    std::string data;                                  // the data folder
    std::string domain = "help.example.test";          // mail to any local part of it is ours
    std::string public_url = "http://127.0.0.1:8080";  // how people reach us, without a slash
    std::string node = "single";                       // who holds a lease; made on first start
    std::string secret;                                // 32 random bytes, made on first start

    // Whose Authentication-Results we believe (RFC 8601's authserv-id); "" = nobody's.
    std::string trusted_mail_server;

    struct Notify {
        std::chrono::seconds undo{30};  // how long a notice may still be taken back
        int connections = 4;            // to the relay, at once
        // Announcements to more contacts wait until somebody else approves them; 0: none.
        std::int64_t approve_above = 0;
        std::optional<Money> sms_price;  // of one part, to show what a word will cost
    } notify;

    struct Tickets {
        std::chrono::seconds undo{20};  // how long a reply may still be taken back
    } tickets;
};

}  // namespace tellfirst
