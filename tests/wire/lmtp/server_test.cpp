#include "wire/lmtp/server.hpp"

#include "wire/lmtp/talk.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <future>
#include <thread>

namespace tellfirst::lmtp {
namespace {

using namespace std::chrono_literals;

IsOurs const ours = [](std::string_view recipient) { return recipient.ends_with("@help.example"); };
Deliver const store = [](Envelope const&, Answer const& answer) { answer(Verdict::stored); };

// Up to and with DATA.
void begin_message(Talk& talk)
{
    CHECK(talk.reply() == "220 mx LMTP");
    talk.say("LHLO c");
    CHECK(talk.reply() == "250 SIZE 52428800");
    talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<x@help.example>\r\nDATA");
    CHECK(talk.reply().starts_with("250 2.1.0"));
    CHECK(talk.reply().starts_with("250 2.1.5"));
    CHECK(talk.reply().starts_with("354"));
}

TEST_CASE("Server hands a message over and says 250 when the answer says that it is stored")
{
    std::promise<std::pair<Envelope, Answer>> handed_over;
    Server server{{}, {.our_name = "mx"}, ours, [&](Envelope mail, Answer answer) {
                      handed_over.set_value({std::move(mail), std::move(answer)});
                  }};
    Talk talk{server.port()};
    begin_message(talk);
    talk.say("hi\r\n..\r\n.");
    auto const [mail, answer] = handed_over.get_future().get();
    CHECK(mail == Envelope{"a@b", {"x@help.example"}, "hi\r\n.\r\n"});
    std::thread{[&] { answer(Verdict::stored); }}.join();
    CHECK(talk.reply() == "250 2.1.5 stored");
    talk.say("QUIT");
    CHECK(talk.reply() == "221 2.0.0 bye");
    CHECK(talk.reply() == "");
}

TEST_CASE("Server says in words which door is taken")
{
    Server const first{{}, {.our_name = "mx"}, ours, store};
    auto const refusal =
        fmt::format("another program listens on 127.0.0.1:{} already", first.port());
    CHECK_THROWS_WITH(
        (Server{{.port = first.port()}, {.our_name = "mx"}, ours, store}), refusal.c_str());
    CHECK_THROWS_WITH(
        (Server{{.unix_path = "/nowhere/socket"}, {.our_name = "mx"}, ours, store}),
        "nothing can listen on /nowhere/socket (No such file or directory)");
}

TEST_CASE("Server listens on a socket file, also over one that was left behind")
{
    auto const path =
        std::filesystem::temp_directory_path() / fmt::format("tellfirst-lmtp-{}", ::getpid());
    Listen const listen{.unix_path = path};
    {
        Server server{listen, {.our_name = "mx"}, ours, store};
        Talk talk{path.string()};
        begin_message(talk);
        talk.say("hi\r\n.");
        CHECK(talk.reply() == "250 2.1.5 stored");
        CHECK(server.port() == 0);
    }
    CHECK_FALSE(std::filesystem::exists(path));
    {
        int const left_behind = ::socket(AF_UNIX, SOCK_STREAM, 0);
        auto const address = unix_address(path.string());
        ::bind(left_behind, reinterpret_cast<sockaddr const*>(&address), sizeof address);
        ::close(left_behind);
    }
    Server server{listen, {.our_name = "mx"}, ours, store};
    CHECK(Talk{path.string()}.reply() == "220 mx LMTP");
}

TEST_CASE("Server serves many at once and mixes up nothing")
{
    std::mutex mutex;
    std::map<std::string, int> got;
    Server server{{}, {.our_name = "mx"}, ours, [&](Envelope mail, Answer answer) {
                      std::lock_guard const lock{mutex};
                      ++got[mail.data];
                      answer(Verdict::stored);
                  }};
    std::vector<std::thread> peers;
    std::atomic<int> stored = 0;
    for (int peer = 0; peer < 20; ++peer)
        peers.emplace_back([&, peer] {
            Talk talk{server.port()};
            begin_message(talk);
            for (int i = 0; i < 10; ++i) {
                if (i > 0) {
                    talk.say("MAIL FROM:<>\r\nRCPT TO:<x@help.example>\r\nDATA");
                    for (int replies = 0; replies < 3; ++replies)
                        static_cast<void>(talk.reply());
                }
                talk.say(fmt::format("{} {}\r\n.", peer, i));
                stored += talk.reply() == "250 2.1.5 stored" ? 1 : 0;
            }
        });
    for (auto& peer : peers)
        peer.join();
    CHECK(stored == 200);
    CHECK(got.size() == 200);
}

TEST_CASE("Server says 451 where no verdict comes, and takes a late one for no other message")
{
    std::promise<Answer> to_the_first;
    Server server{
        {},
        {.our_name = "mx", .judged_within = 50ms},
        ours,
        [&](Envelope const& mail, Answer answer) {
            if (mail.data == "first\r\n")
                to_the_first.set_value(std::move(answer));
        }};
    Talk talk{server.port()};
    begin_message(talk);
    talk.say("first\r\n.");
    CHECK(talk.reply().starts_with("451 4.3.0"));
    talk.say("MAIL FROM:<>\r\nRCPT TO:<x@help.example>\r\nDATA\r\nsecond\r\n.");
    CHECK(talk.reply().starts_with("250 2.1.0"));
    CHECK(talk.reply().starts_with("250 2.1.5"));
    CHECK(talk.reply().starts_with("354"));
    to_the_first.get_future().get()(Verdict::stored);
    CHECK(talk.reply().starts_with("451 4.3.0"));
}

TEST_CASE("Server says 452 where a message would take too much memory")
{
    Server server{{}, {.our_name = "mx", .bytes_in_flight = 10'000}, ours, store};
    Talk talk{server.port()};
    begin_message(talk);
    for (int i = 0; i < 300; ++i)
        talk.say(std::string(98, 'x'));
    talk.say(".");
    CHECK(talk.reply().starts_with("452 4.3.1"));
    // What it held is free again.
    talk.say("MAIL FROM:<>\r\nRCPT TO:<x@help.example>\r\nDATA\r\nhi\r\n.");
    for (auto const* reply : {"250 2.1.0", "250 2.1.5", "354", "250 2.1.5 stored"})
        CHECK(talk.reply().starts_with(reply));
}

TEST_CASE("Server tells the one connection too many to come back later")
{
    Server server{{}, {.our_name = "mx", .connections = 1}, ours, store};
    Talk first{server.port()};
    CHECK(first.reply() == "220 mx LMTP");
    Talk second{server.port()};
    CHECK(second.reply().starts_with("421 4.3.2"));
    CHECK(second.reply() == "");
}

TEST_CASE("Server drops who is idle, and who dribbles a message")
{
    Server server{{}, {.our_name = "mx", .idle = 50ms}, ours, store};
    Talk idle{server.port()};
    CHECK(idle.reply() == "220 mx LMTP");
    CHECK(idle.reply() == "");

    Server patient{{}, {.our_name = "mx", .a_message = 50ms}, ours, store};
    Talk dribbling{patient.port()};
    begin_message(dribbling);
    while (dribbling.say("x")) {  // never idle, never done
    }
    CHECK(dribbling.reply() == "");
}

TEST_CASE("Server::stop answers what is being judged and cuts the rest")
{
    std::promise<Answer> handed_over;
    Server server{{}, {.our_name = "mx"}, ours, [&](Envelope const&, Answer answer) {
                      handed_over.set_value(std::move(answer));
                  }};
    Talk idle{server.port()};
    CHECK(idle.reply() == "220 mx LMTP");
    Talk talk{server.port()};
    begin_message(talk);
    talk.say("hi\r\n.");
    auto const answer = handed_over.get_future().get();
    std::thread stopping{[&] { server.stop(5s); }};
    CHECK(idle.reply() == "");  // it is stopping now
    answer(Verdict::stored);
    CHECK(talk.reply() == "250 2.1.5 stored");
    CHECK(talk.reply() == "");
    stopping.join();
}

TEST_CASE("Server may be gone when an answer comes")
{
    std::promise<Answer> handed_over;
    std::optional<Answer> answer;
    {
        Server server{{}, {.our_name = "mx"}, ours, [&](Envelope const&, Answer given) {
                          handed_over.set_value(std::move(given));
                      }};
        Talk talk{server.port()};
        begin_message(talk);
        talk.say("hi\r\n.");
        answer = handed_over.get_future().get();
    }
    (*answer)(Verdict::stored);
}

}  // namespace
}  // namespace tellfirst::lmtp
