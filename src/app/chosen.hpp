#pragma once
// What the operator chose, from four places: defaults, then the config file, then the environment,
// then the command line; the later wins.
#include "kernel/problem.hpp"
#include "kernel/settings.hpp"
#include "notify/notify.hpp"
#include "wire/http/target.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::app {

struct Chosen {
    Settings settings;
    std::string database;                       // "postgres://..."; "" = SQLite in the data folder
    std::string http = "127.0.0.1:8080";        // HOST:PORT
    std::string lmtp = "127.0.0.1:8024";        // HOST:PORT or a socket's path; "" = no mail in
    std::string relay = "smtp://127.0.0.1:25";  // where our mail goes: one, or several in order
    std::string mail_name;                      // what we call ourselves to it; "" = our address
    std::string dkim;                           // dkim::parse_key_files; "" = we sign nothing
    int per_second = 0;                         // mails to the relay; 0 = as fast as it takes them
    int domain_per_second = 0;                  // to the domains of one receiver
    notify::SmsSettings sms;                    // the gateway
    std::vector<std::string> trusted_proxies;   // addresses whose X-Forwarded-For counts
    std::vector<http::Allowed> outgoing_allow;  // HOST:PORT inside that webhooks may reach
    std::string tls_certificate;                // PEM files; both or neither
    std::string tls_key;
    std::string mirror_to;  // a folder that is kept a mirror of the public pages; "" = none
    std::vector<std::string> mirror_of;  // servers whose pages we show instead of our own
    std::string web_dir;                 // a built console's folder; "" = the one in the program
    std::string test_clock;              // HOST:PORT on loopback; "" = the machine's clock
};

// One thing that can be chosen. In the environment "notify.undo_seconds" is
// TELLFIRST_NOTIFY_UNDO_SECONDS, or ..._FILE with a path to read it from (for secrets).
struct Key {
    std::string_view name;
    std::string_view help;
    // Answers "" or what is wrong with the text.
    std::string (*set)(Chosen& chosen, std::string const& text);
};

// All of them; config/tellfirst.toml.example shows each (a test compares the two).
[[nodiscard]] std::vector<Key> const& keys();

using Lookup = std::function<char const*(char const* name)>;  // getenv, or a test's

// Errors settings.unknown_key, settings.bad_value, settings.bad_file: one sentence each, with the
// key and the place it came from.
[[nodiscard]] Result<void> read_file(Chosen& chosen, std::string const& path);
[[nodiscard]] Result<void> read_toml(Chosen& chosen, std::string_view text, std::string_view path);
[[nodiscard]] Result<void> read_environment(Chosen& chosen, Lookup const& look_up);
[[nodiscard]] Result<void>
choose(Chosen& chosen, std::string_view key, std::string const& text, std::string_view place);

}  // namespace tellfirst::app
