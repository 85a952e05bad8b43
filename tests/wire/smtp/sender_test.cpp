#include "wire/smtp/sender.hpp"

#include "kernel/digest.hpp"
#include "support/temp_dir.hpp"
#include "wire/smtp/ledger.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include <csignal>
#include <spawn.h>
#include <sys/wait.h>

namespace tellfirst::smtp {
namespace {

TEST_CASE("Sender brings every message to the relay exactly once, over several connections")
{
    FakeRelay relay;
    Ledger ledger{500};
    send_all(relay, ledger, 500, {.connections = 4, .messages_a_connection = 20});
    CHECK(ledger.count(Kind::accepted) == 500);
    auto const taken = relay.taken();
    CHECK(taken.size() == 500);
    CHECK(std::ranges::all_of(taken, [](auto const& entry) { return entry.second == 1; }));
    CHECK(relay.last_data() == "hi\r\n..\r\nthere\r\n.\r\n");
    CHECK(relay.connections() >= 25);
    CHECK(ledger.outcomes()[0].code == 250);
    CHECK(ledger.outcomes()[0].enhanced == "2.0.0");
    CHECK(ledger.outcomes()[0].text == "2.0.0 taken");
}

TEST_CASE("Sender gives its address for a name, unless it was given one")
{
    FakeRelay relay;
    Ledger unnamed{1};
    send_all(relay, unnamed, 1);
    CHECK(relay.hears("EHLO [127.0.0.1]"));
    Ledger named{1};
    send_all(relay, named, 1, {.our_name = "mail.test", .connections = 1});
    CHECK(relay.hears("EHLO mail.test"));
}

TEST_CASE("Sender reads its access token anew for each connection")
{
    support::TempDir const folder;
    auto const file = folder / "token";
    FakeRelay relay{[](int, std::string const& command) {
        return command.starts_with("EHLO") ? "250-relay\r\n250 AUTH XOAUTH2" : "";
    }};
    auto relays = to(relay.port());
    relays.front().credentials = Credentials{.user = "me", .password = "", .token_file = file};
    for (std::string const token : {"first", "second"}) {
        std::ofstream{file} << token << '\n';
        Ledger ledger{1};
        Sender sender{relays, one_connection, ledger.pull(), ledger.report()};
        sender.kick();
        REQUIRE(ledger.has(1));
        CHECK(ledger.count(Kind::accepted) == 1);
        CHECK(relay.hears("AUTH XOAUTH2 " + to_base64("user=me\1auth=Bearer " + token + "\1\1")));
    }
}

TEST_CASE("Sender goes in lock-step with a relay that offers no PIPELINING")
{
    FakeRelay relay{[](int, std::string const& command) {
        return command.starts_with("EHLO") ? "250 relay" : "";
    }};
    Ledger ledger{20};
    send_all(relay, ledger, 20);
    CHECK(ledger.count(Kind::accepted) == 20);
}

TEST_CASE("Sender goes on after a refused recipient that was followed by 354")
{
    FakeRelay relay{[](int, std::string const& command) {
        return command == "RCPT TO:<c3@y>" ? "550 5.1.1 nobody" : "";
    }};
    Ledger ledger{6};
    send_all(relay, ledger, 6);
    CHECK(ledger.count(Kind::accepted) == 5);
    CHECK(ledger.count(Kind::failed) == 1);
    CHECK(relay.connections() == 1);
}

TEST_CASE("Sender sends again what a 421 in mid-group left unanswered")
{
    FakeRelay relay{[](int connection, std::string const& command) {
        return connection == 1 && command == "RCPT TO:<c3@y>" ? "421 4.3.2 busy" : "";
    }};
    Ledger ledger{6};
    send_all(relay, ledger, 6);
    CHECK(ledger.count(Kind::accepted) == 6);
    CHECK(relay.connections() == 2);
    for (auto const& [recipient, times] : relay.taken())
        CHECK(times == 1);
}

TEST_CASE("Sender reports as unknown only the one message whose answer was lost")
{
    for (std::string const how : {"close", "silence"}) {
        std::atomic<int> ends = 0;
        FakeRelay relay{[&](int, std::string const& command) {
            return command == "." && ++ends == 3 ? how : "";
        }};
        Ledger ledger{6};
        send_all(relay, ledger, 6, {.connections = 1, .reply_within = 300ms});
        CHECK(ledger.count(Kind::accepted) == 5);
        CHECK(ledger.count(Kind::unknown) == 1);
        CHECK(relay.connections() == 2);
    }
}

TEST_CASE("Sender is not held up by a connection that the relay does not answer")
{
    FakeRelay relay{[](int connection, std::string const& command) {
        return connection == 1 && command.starts_with("MAIL") ? "silence" : "";
    }};
    Ledger ledger{100};
    Sender sender{to(relay.port()), {.connections = 2}, ledger.pull(), ledger.report()};
    sender.kick();
    CHECK(ledger.has(98));  // at most two wait on the silent connection
    CHECK(ledger.count(Kind::accepted) >= 98);
}

TEST_CASE("Sender defers with code 0 while nobody listens, and finds the relay when it is back")
{
    Ledger ledger{3};
    auto relay = std::make_unique<FakeRelay>();
    auto const port = relay->port();
    relay.reset();
    Sender sender{
        to(port), {.first_backoff = 20ms, .longest_backoff = 40ms}, ledger.pull(), ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(3));
    CHECK(ledger.count(Kind::deferred) == 3);
    CHECK(ledger.outcomes()[0].code == 0);
    CHECK_FALSE(ledger.outcomes()[0].text.empty());

    relay = std::make_unique<FakeRelay>(FakeRelay::Hook{}, FakeRelay::Tls::none, port);
    ledger.add(5);
    sender.kick();
    REQUIRE(ledger.has(8));
    sender.stop(5s);
    // It may just have tried before the relay was there: one message is spent on that.
    CHECK(ledger.count(Kind::accepted) >= 4);
}

TEST_CASE("Sender pulls one message an attempt while the relay is away")
{
    FakeRelay relay{[](int, std::string const& command) {
        return command == "CONNECT" ? "421 4.3.2 not today" : "";
    }};
    Ledger ledger{1000};
    Sender sender{
        to(relay.port()),
        {.pulled_ahead = 10, .first_backoff = 1ms, .longest_backoff = 1ms},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(15));
    sender.stop(1s);
    CHECK(ledger.outcomes()[0].text == "421 4.3.2 not today");
    CHECK(ledger.count(Kind::deferred) == ledger.pulled());
    CHECK(relay.connections() >= 6);
}

TEST_CASE("Sender says QUIT when it has been idle, and opens again when there is work")
{
    FakeRelay relay;
    Ledger ledger{1};
    Sender sender{
        to(relay.port()), {.connections = 1, .idle = 20ms}, ledger.pull(), ledger.report()};
    sender.kick();
    CHECK(relay.hears("QUIT"));
    ledger.add(1);
    sender.kick();
    CHECK(ledger.has(2));
    CHECK(ledger.count(Kind::accepted) == 2);
    CHECK(relay.connections() == 2);
}

TEST_CASE("Sender::stop reports all that was pulled, also what it had to cut off")
{
    std::promise<void> read_to_its_end;
    FakeRelay relay{[&](int, std::string const& command) {
        if (command != ".")
            return "";
        read_to_its_end.set_value();
        return "silence";
    }};
    Ledger ledger{100};
    Sender sender{to(relay.port()), {.connections = 1}, ledger.pull(), ledger.report()};
    sender.kick();
    REQUIRE(read_to_its_end.get_future().wait_for(5s) == std::future_status::ready);
    sender.stop(1ms);
    CHECK(ledger.outcomes().size() == ledger.pulled());
    CHECK(ledger.each_once());
    CHECK(ledger.count(Kind::unknown) == 1);
    CHECK(ledger.count(Kind::deferred) == ledger.pulled() - 1);
}

TEST_CASE("Sender uses TLS where the relay offers it, without asking who the relay is")
{
    FakeRelay relay{{}, FakeRelay::Tls::starttls};
    Ledger ledger{10};
    send_all(relay, ledger, 10);
    CHECK(ledger.count(Kind::accepted) == 10);
    CHECK(relay.hears("STARTTLS"));
}

TEST_CASE("Sender goes back to the clear where an optional handshake fails")
{
    FakeRelay relay{
        [](int, std::string const& command) {
            return command.starts_with("EHLO") ? "250-relay\r\n250 STARTTLS"
                   : command == "STARTTLS"     ? "220 go"
                                               : "";
        },
        FakeRelay::Tls::none};
    Ledger ledger{1};
    send_all(relay, ledger, 1, {.connections = 1, .connect_within = 300ms});
    CHECK(ledger.count(Kind::accepted) == 1);
    CHECK(relay.connections() == 2);
}

TEST_CASE("Sender sends over smtps:// only to a relay whose certificate it can verify")
{
    FakeRelay relay{{}, FakeRelay::Tls::at_once};
    auto const file =
        std::filesystem::temp_directory_path() / fmt::format("tellfirst-relay-{}.pem", ::getpid());
    relay.certificate.write_to(file);
    for (bool const trusted : {false, true}) {
        Ledger ledger{2};
        Sender sender{
            to(relay.port(), Relay::Security::tls),
            {.connections = 1, .trusted_certificates = trusted ? file.string() : ""},
            ledger.pull(),
            ledger.report()};
        sender.kick();
        CHECK(ledger.has(2));
        CHECK(ledger.count(trusted ? Kind::accepted : Kind::deferred) == 2);
    }
    std::filesystem::remove(file);
}

// Debian's sink for load tests, on a free port; killed at the end.
class Sink {
  public:
    static bool is_installed() { return ::access(program, X_OK) == 0; }

    Sink()
    {
        {
            FakeRelay const to_find_a_free_port;
            port = to_find_a_free_port.port();
        }
        auto address = fmt::format("127.0.0.1:{}", port);
        std::string name = "smtp-sink", backlog = "100", user_option = "-u", user = "nobody";
        std::vector<char*> arguments{name.data()};
        if (::geteuid() == 0)  // it refuses to stay root
            arguments.insert(arguments.end(), {user_option.data(), user.data()});
        arguments.insert(arguments.end(), {address.data(), backlog.data(), nullptr});
        char* const no_environment = nullptr;
        if (::posix_spawn(&pid_, program, nullptr, nullptr, arguments.data(), &no_environment) != 0)
            throw std::runtime_error{"smtp-sink does not start"};
    }
    ~Sink()
    {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    std::uint16_t port = 0;

  private:
    static constexpr char const* program = "/usr/sbin/smtp-sink";
    ::pid_t pid_ = 0;
};

TEST_CASE(
    "Sender gets a thousand messages into Debian's smtp-sink" *
    doctest::skip(!Sink::is_installed()))
{
    Sink const sink;
    Ledger ledger;
    Sender sender{
        to(sink.port),
        {.first_backoff = 20ms, .longest_backoff = 20ms},
        ledger.pull(),
        ledger.report()};
    for (std::uint64_t probes = 1; ledger.count(Kind::accepted) == 0; ++probes) {
        ledger.add(1);  // until the sink listens
        sender.kick();
        REQUIRE(ledger.has(probes));
        REQUIRE(probes < 500);
    }
    auto const before = ledger.outcomes().size();
    ledger.add(1000);
    sender.kick();
    REQUIRE(ledger.has(before + 1000));
    CHECK(ledger.count(Kind::accepted) == 1001);
    CHECK(ledger.each_once());
}

}  // namespace
}  // namespace tellfirst::smtp
