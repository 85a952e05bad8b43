#include "app/chosen.hpp"
#include "kernel/files.hpp"
#include "kernel/text.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::app;

namespace {

// The example with its proposals ("#http = ...") taken as settings too; prose begins with "# ".
std::string whole_example()
{
    std::string whole;
    auto const example = read_whole_file(EXAMPLE_SETTINGS).value();
    for (auto line : split(example, '\n')) {
        if (line.size() > 1 && line[0] == '#' && line[1] >= 'a' && line[1] <= 'z')
            line.remove_prefix(1);
        whole.append(line).append("\n");
    }
    return whole;
}

std::multiset<std::string> keys_of_example()
{
    std::multiset<std::string> found;
    std::string table;
    auto const text = whole_example();
    for (auto const line : split(text, '\n')) {
        auto const equals = line.find(" = ");
        if (line.starts_with('['))
            table = std::string{line.substr(1, line.find(']') - 1)} + ".";
        else if (!line.starts_with('#') && equals != line.npos)
            found.insert(table + std::string{line.substr(0, equals)});
    }
    return found;
}

std::string refusal(std::string_view key, std::string const& text)
{
    Chosen chosen;
    auto const done = choose(chosen, key, text, "here");
    return done ? "" : done.error().code;
}

}  // namespace

TEST_CASE("keys: the example shows each of them once, and no other")
{
    std::multiset<std::string> known;
    for (auto const& key : keys())
        known.emplace(key.name);
    CHECK(keys_of_example() == known);
}

TEST_CASE("keys: the example is accepted, as it stands and with all that it proposes")
{
    Chosen chosen;
    CHECK(read_file(chosen, EXAMPLE_SETTINGS));
    CHECK(chosen.settings.data == "/var/lib/tellfirst");
    CHECK(chosen.settings.domain == "help.example.com");
    CHECK(chosen.settings.public_url == "https://help.example.com");
    CHECK(read_toml(chosen, whole_example(), "the example"));
}

TEST_CASE("keys: what the example proposes is what holds where nothing is said")
{
    Chosen chosen;
    REQUIRE(read_toml(chosen, whole_example(), "the example"));
    Chosen const nothing_said;
    CHECK(chosen.http == nothing_said.http);
    CHECK(chosen.lmtp == nothing_said.lmtp);
    CHECK(chosen.relay == nothing_said.relay);
    CHECK(chosen.mail_name == nothing_said.mail_name);
    CHECK(chosen.dkim == nothing_said.dkim);
    CHECK(chosen.per_second == nothing_said.per_second);
    CHECK(chosen.domain_per_second == nothing_said.domain_per_second);
    CHECK(chosen.database == nothing_said.database);
    CHECK(chosen.settings.trusted_mail_server == nothing_said.settings.trusted_mail_server);
    CHECK(chosen.trusted_proxies == nothing_said.trusted_proxies);
    CHECK(chosen.outgoing_allow == nothing_said.outgoing_allow);
    CHECK(chosen.mirror_to == nothing_said.mirror_to);
    CHECK(chosen.mirror_of == nothing_said.mirror_of);
    CHECK(chosen.tls_certificate == nothing_said.tls_certificate);
    CHECK(chosen.tls_key == nothing_said.tls_key);
    CHECK(chosen.settings.notify.undo == nothing_said.settings.notify.undo);
    CHECK(chosen.settings.notify.connections == nothing_said.settings.notify.connections);
    CHECK(chosen.settings.tickets.undo == nothing_said.settings.tickets.undo);
}

TEST_CASE("keys: values that cannot work are refused, each by its own rule")
{
    struct Row {
        std::string_view key;
        std::vector<std::string> good, bad;
    };
    for (auto const& row : std::vector<Row>{
             {"http", {"127.0.0.1:80", "[::1]:0"}, {"", "8080", "host:", "host:70000"}},
             {"lmtp", {"", "/run/tellfirst/lmtp", "127.0.0.1:24"}, {"run/lmtp", "24"}},
             {"relay",
              {"smtp://mx:25", "smtp+starttls://mx", "smtps://u:p@mx", "maildir:/tmp/mails",
               "smtp://a, smtps://b"},
              {"", "mx:25", "http://mx", "maildir:mails", "smtp://a,", "smtp://a, maildir:/b"}},
             {"mail_name", {"", "mail.example.com"}, {"a@b", "a b", ".example.com"}},
             {"dkim",
              {"", "a.example s1 /etc/a.pem", "a.example s1 /a, b.example s2 /b"},
              {"a.example", "a.example s1", "a@b s1 /a", ","}},
             {"domain", {"help.example.com"}, {"", "a@b", "a b", ".example.com"}},
             {"public_url", {"https://help.example.com"}, {"", "help.example.com"}},
             {"db", {"", "postgres://x/y", "postgresql://x/y"}, {"mysql://x/y"}},
             {"trusted_proxies", {"", "127.0.0.1", "127.0.0.1, ::1"}, {",", "127.0.0.1,,::1"}},
             {"outgoing_allow",
              {"", "hooks.internal:8080", "10.0.0.7:443, [fd00::7]:80"},
              {",", "hooks.internal", "a:1,,b:2", "http://a:1"}},
             {"mirror_of",
              {"", "https://a.test", "http://a.test:8080/, https://b.test"},
              {"a.test", "https://", "https://a.test/status", "https://a.test,,", "ftp://a.test"}},
             {"notify.undo_seconds", {"0", "3600"}, {"", "-1", "3601", "30s", "1.5"}},
             {"notify.connections", {"1", "100"}, {"0", "101", "many"}},
             {"notify.per_second", {"0", "100000"}, {"", "-1", "100001", "fast"}},
             {"notify.domain_per_second", {"0", "100000"}, {"", "-1", "100001"}},
             {"notify.sms_price", {"", "8 EUR", "0 USD"}, {"8", "0.08 EUR", "8 eur", "8 EUR "}},
             {"tickets.undo_seconds", {"0", "120"}, {"", "-1", "121"}}}) {
        for (auto const& text : row.good)
            CHECK_MESSAGE(refusal(row.key, text).empty(), row.key, " = ", text);
        for (auto const& text : row.bad)
            CHECK_MESSAGE(refusal(row.key, text) == "settings.bad_value", row.key, " = ", text);
    }
}

TEST_CASE("keys: domains are compared in lower case, and an address ends without a slash")
{
    Chosen chosen;
    REQUIRE(choose(chosen, "domain", "Help.Example.COM", "here"));
    CHECK(chosen.settings.domain == "help.example.com");
    REQUIRE(choose(chosen, "public_url", "https://help.example.com/", "here"));
    CHECK(chosen.settings.public_url == "https://help.example.com");
}
