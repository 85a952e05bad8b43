#include "wire/dkim/keys.hpp"
#include "app/address.hpp"
#include "app/chosen.hpp"
#include "kernel/text.hpp"
#include "wire/smtp/relay.hpp"

#include <charconv>

namespace tellfirst::app {
namespace {

using Sms = notify::SmsSettings;

std::string set_number(auto& into, std::string const& text, int least, int most)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return fmt::format("must be a whole number from {} to {}", least, most);
    into = std::remove_reference_t<decltype(into)>{number};
    return {};
}

template <int Chosen::* member>
std::string set_rate(Chosen& chosen, std::string const& text)
{
    return set_number(chosen.*member, text, 0, 100'000);
}

// "8 EUR": whole minor units and an ISO 4217 currency.
std::string set_sms_price(Chosen& chosen, std::string const& text)
{
    auto& into = chosen.settings.notify.sms_price;
    into.reset();
    if (text.empty())
        return {};
    auto const gap = text.find(' ');
    auto const currency = gap == text.npos ? std::string{} : text.substr(gap + 1);
    std::int64_t minor = 0;
    bool const is_currency = currency.size() == 3 && std::ranges::all_of(currency, [](char c) {
                                 return c >= 'A' && c <= 'Z';
                             });
    if (!is_currency || !set_number(minor, text.substr(0, gap), 0, 100'000).empty())
        return "must be such as 8 EUR: cents, from 0 to 100000, and a currency";
    into = Money{.minor = minor, .currency = currency};
    return {};
}

std::string set_address(std::string& into, std::string const& text)
{
    if (!parse_host_port(text))
        return "must be HOST:PORT, such as 127.0.0.1:8080";
    into = text;
    return {};
}

std::string set_proxies(Chosen& chosen, std::string const& text)
{
    chosen.trusted_proxies.clear();
    for (auto const part : split(text, ',')) {
        auto const address = trim(part);
        if (address.empty() && !trim(text).empty())
            return "must be addresses with commas between them, such as 127.0.0.1, ::1";
        if (!address.empty())
            chosen.trusted_proxies.emplace_back(address);
    }
    return {};
}

std::string set_allowed(Chosen& chosen, std::string const& text)
{
    chosen.outgoing_allow.clear();
    for (auto const part : split(text, ',')) {
        auto const place = parse_host_port(std::string{trim(part)});
        if (!place && !trim(text).empty())
            return "must be HOST:PORT with commas between them, such as hooks.internal:8080";
        if (place)
            chosen.outgoing_allow.push_back({.host = place->host, .port = place->port});
    }
    return {};
}

std::string set_origins(Chosen& chosen, std::string const& text)
{
    chosen.mirror_of.clear();
    for (auto const part : split(text, ',')) {
        auto url = std::string{trim(part)};
        if (trim(text).empty())
            continue;
        auto const slashes = url.find("://");
        bool const is_web = url.starts_with("http://") || url.starts_with("https://");
        if (!is_web || url.size() <= slashes + 3 || url.find('/', slashes + 3) < url.size() - 1)
            return "must be addresses without a path, with commas between them, such as "
                   "https://status.example.com";
        if (url.ends_with('/'))
            url.pop_back();
        chosen.mirror_of.push_back(std::move(url));
    }
    return {};
}

std::string set_lmtp(Chosen& chosen, std::string const& text)
{
    if (text.empty() || text.starts_with('/')) {
        chosen.lmtp = text;
        return {};
    }
    return set_address(chosen.lmtp, text);
}

std::string set_relay(Chosen& chosen, std::string const& text)
{
    if (!text.starts_with("maildir:/") && !smtp::parse_relays(text))
        return "must be smtp://, smtp+starttls:// or smtps:// and HOST or USER:PASSWORD@HOST, "
               "several with commas between them (or maildir:/PATH)";
    chosen.relay = text;
    return {};
}

std::string set_dkim(Chosen& chosen, std::string const& text)
{
    if (!dkim::parse_key_files(text))
        return "must be DOMAIN SELECTOR FILE, several with commas between them";
    chosen.dkim = text;
    return {};
}

std::string set_domain(std::string& into, std::string const& text)
{
    if (text.empty() || text.contains('@') || text.contains(' ') || text.starts_with('.'))
        return "must be a domain, such as help.example.com";
    into = ascii_lower(text);
    return {};
}

std::string set_mail_name(Chosen& chosen, std::string const& text)
{
    if (!text.empty())
        return set_domain(chosen.mail_name, text);
    chosen.mail_name.clear();
    return {};
}

std::string set_public_url(Chosen& chosen, std::string const& text)
{
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        return "must begin with http:// or https://";
    chosen.settings.public_url = text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
    return {};
}

template <auto Member>
std::string set_text(Chosen& chosen, std::string const& text)
{
    chosen.*Member = text;
    return {};
}

template <auto Member, int most>
std::string set_notify(Chosen& chosen, std::string const& text)
{
    return set_number(chosen.settings.notify.*Member, text, 0, most);
}

template <auto Member>
std::string set_sms(Chosen& chosen, std::string const& text)
{
    chosen.sms.*Member = text;
    return {};
}

std::string set_database(Chosen& chosen, std::string const& text)
{
    if (!text.empty() && !text.starts_with("postgres://") && !text.starts_with("postgresql://"))
        return "must begin with postgres:// (leave it out for SQLite in the data folder)";
    chosen.database = text;
    return {};
}

// What is wrong with them shows only together (notify::check).
std::vector<Key> sms_keys()
{
    return {
        {"notify.sms.preset", "kannel, twilio or generic: what takes SMS; empty for none",
         set_sms<&Sms::preset>},
        {"notify.sms.url", "where a text is handed over; {to} {text} and others are filled in",
         set_sms<&Sms::url>},
        {"notify.sms.method", "GET, POST or PUT", set_sms<&Sms::method>},
        {"notify.sms.headers", "Name: value, several with commas between them",
         set_sms<&Sms::headers>},
        {"notify.sms.encoding", "query, form or json: how body is written",
         set_sms<&Sms::encoding>},
        {"notify.sms.body", "what is sent, with {to}, {from}, {text}, {id} and {report}",
         set_sms<&Sms::body>},
        {"notify.sms.success", "which answer means yes, as in 200-299 /status=queued",
         set_sms<&Sms::success>},
        {"notify.sms.user", "who we are to the gateway", set_sms<&Sms::user>},
        {"notify.sms.password", "its password", set_sms<&Sms::password>},
        {"notify.sms.from", "the sender that a phone shows; {brand} is in whose name it is said",
         set_sms<&Sms::from>},
        {"notify.sms.report_id", "field of a report that holds {id}; empty where {report} does",
         set_sms<&Sms::report_id>},
        {"notify.sms.report_status", "field of a report that says what became of a text",
         set_sms<&Sms::report_status>},
        {"notify.sms.report_delivered", "its values for: the phone has it",
         set_sms<&Sms::report_delivered>},
        {"notify.sms.report_failed", "its values for: the phone will never have it",
         set_sms<&Sms::report_failed>},
    };
}

std::vector<Key> most_keys()
{
    return {
        {"data", "the data folder; made if it is not there",
         [](Chosen& c, std::string const& text) { return c.settings.data = text, std::string{}; }},
        {"db", "postgres://... instead of SQLite in the data folder", set_database},
        {"domain", "mail to any local part of this domain is ours",
         [](Chosen& c, std::string const& text) { return set_domain(c.settings.domain, text); }},
        {"public_url", "how people reach the pages (default: from --http)", set_public_url},
        {"http", "HOST:PORT to serve pages and API on",
         [](Chosen& c, std::string const& text) { return set_address(c.http, text); }},
        {"trusted_proxies", "addresses of web servers in front whose X-Forwarded-For counts",
         set_proxies},
        {"outgoing_allow", "HOST:PORT in our own network that webhooks may be sent to",
         set_allowed},
        {"tls_certificate", "PEM file with the certificate chain; needs tls_key",
         set_text<&Chosen::tls_certificate>},
        {"tls_key", "PEM file with its private key", set_text<&Chosen::tls_key>},
        {"web_dir", "folder of a built console, read anew each time; empty for the one built in",
         set_text<&Chosen::web_dir>},
        {"mirror_to", "folder that is kept a copy of the public pages, for another web server",
         set_text<&Chosen::mirror_to>},
        {"mirror_of", "show the last pages of these servers instead of our own; no database",
         set_origins},
        {"lmtp", "HOST:PORT or socket path on which your MTA hands us mail; empty for none",
         set_lmtp},
        {"trusted_mail_server",
         "whose Authentication-Results headers we believe; empty for nobody's",
         [](Chosen& c, std::string const& text) {
             return c.settings.trusted_mail_server = text, std::string{};
         }},
        {"relay",
         "smtp://HOST:PORT that takes our mail, several in order; or maildir:/PATH to look at it",
         set_relay},
        {"mail_name", "what we call ourselves to the relay; empty for our address", set_mail_name},
        {"dkim", "DOMAIN SELECTOR FILE of each key that signs our mail, with commas between them",
         set_dkim},
        {"notify.undo_seconds", "how long a notice may be taken back before it leaves",
         set_notify<&Settings::Notify::undo, 3600>},
        {"notify.connections", "connections to the relay at once",
         [](Chosen& c, std::string const& text) {
             return set_number(c.settings.notify.connections, text, 1, 100);
         }},
        {"notify.approve_above", "contacts above which somebody else approves a notice; 0 for none",
         set_notify<&Settings::Notify::approve_above, 100'000'000>},
        {"notify.per_second", "mails that leave in a second at most; 0 for as fast as the relay is",
         set_rate<&Chosen::per_second>},
        {"notify.domain_per_second",
         "mails in a second at most to the domains of one receiver; 0 for no limit",
         set_rate<&Chosen::domain_per_second>},
        {"notify.sms_price", "of one SMS, in cents and with its currency: 8 EUR; empty: not shown",
         set_sms_price},
        {"tickets.undo_seconds", "how long a reply may be taken back before it leaves",
         [](Chosen& c, std::string const& text) {
             return set_number(c.settings.tickets.undo, text, 0, 120);
         }},
    };
}

}  // namespace

std::vector<Key> const& keys()
{
    static std::vector<Key> const all = [] {
        auto every = most_keys();
        std::ranges::copy(sms_keys(), std::back_inserter(every));
        return every;
    }();
    return all;
}

}  // namespace tellfirst::app
