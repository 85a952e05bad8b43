#pragma once
#include "kernel/text.hpp"
#include "wire/smtp/client_machine.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::smtp {

// A conversation as it would be read in a book on SMTP. C: what we must say next (the lines that
// stand together are one write), S: what the relay says, X: the connection breaks, T: the TLS
// handshake succeeds, W n: it breaks after n bytes of what we wanted to write, -: what follows is
// another write.
struct Conversation {
    std::string script;
    std::vector<std::string> outcomes = {};
    std::vector<std::uint64_t> returned = {};
    std::size_t messages = 1;
    ClientSettings settings = {};
    std::string body = "hi";
};

inline Outgoing message(std::uint64_t token, std::string_view body)
{
    return {
        .token = token, .from = "us@x", .to = fmt::format("c{}@y", token), .data = compile(body)};
}

inline std::string_view word(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::accepted: return "accepted";
    case Outcome::Kind::deferred: return "deferred";
    case Outcome::Kind::failed: return "failed";
    case Outcome::Kind::unknown: return "unknown";
    case Outcome::Kind::held: return "held";
    }
    return "";
}

// Plays one side of a Conversation against the machine.
class Player {
  public:
    Player(Conversation const& play, std::size_t piece)
        : machine_{play.settings}, left_{play.messages}, body_{play.body}, piece_{piece}
    {
    }

    void run(std::string_view script)
    {
        auto const lines = split(trim(script), '\n');
        for (std::size_t i = 0; i < lines.size(); ++i) {
            feed();
            auto const line = trim(lines[i]);
            auto const more =
                i + 1 < lines.size() && lines[i].substr(0, 2) == lines[i + 1].substr(0, 2);
            turn(line.substr(0, 1), line.size() > 3 ? line.substr(3) : "", more);
        }
        for (auto const& outcome : machine_.take_outcomes())
            outcomes.push_back(fmt::format(
                "{} {} {} {}", outcome.token, word(outcome.kind), outcome.code, outcome.text));
        for (auto const& back : machine_.take_returned())
            returned.push_back(back.token);
    }

    std::vector<std::string> outcomes;
    std::vector<std::uint64_t> returned;
    [[nodiscard]] ClientMachine const& machine() const { return machine_; }

  private:
    void feed()
    {
        for (; left_ > 0 && machine_.takes_messages(); --left_)
            machine_.offer(message(++token_, body_));
        if (left_ == 0)
            machine_.leave();
    }

    void turn(std::string_view who, std::string_view what, bool more)
    {
        together_ += what;
        if (who == "C" || who == "S")
            together_ += "\r\n";
        if (more)
            return;
        auto const text = std::exchange(together_, {});
        if (who == "C") {
            auto const output = machine_.output();
            CHECK(fmt::format("{}{}{}", output.head, output.body, output.tail) == text);
            machine_.wrote(output.size());
        } else if (who == "S") {
            CHECK(machine_.output().size() == 0);
            for (std::string_view rest = text; !rest.empty();
                 rest.remove_prefix(std::min(piece_, rest.size())))
                machine_.received(rest.substr(0, piece_));
        } else if (who == "-") {
        } else if (who == "W") {
            machine_.wrote(std::stoul(text));
            machine_.closed("broken");
        } else if (who == "T") {
            CHECK(machine_.wants() == ClientMachine::Wants::tls);
            machine_.tls_started();
        } else {
            machine_.closed("broken");
        }
    }

    ClientMachine machine_;
    std::size_t left_;
    std::string body_;
    std::size_t piece_;
    std::uint64_t token_ = 0;
    std::string together_;
};

inline void check(Conversation const& play)
{
    CAPTURE(play.script);
    for (std::size_t const piece : {1U, 3U, 10'000U}) {
        CAPTURE(piece);
        Player player{play, piece};
        player.run(play.script);
        CHECK(player.outcomes == play.outcomes);
        CHECK(player.returned == play.returned);
        CHECK(player.machine().wants() == ClientMachine::Wants::close);
    }
}

inline constexpr std::string_view hello = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250 PIPELINING
)";

inline std::string after_hello(std::string_view script)
{
    return fmt::format("{}{}", hello, trim(script));
}

}  // namespace tellfirst::smtp
