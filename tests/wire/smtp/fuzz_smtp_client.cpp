// A relay that says anything at any time. Each message has one outcome or comes back, and what we
// write is always whole: a command or a body never holds what could be read as another command.
#include "wire/smtp/client_machine.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>

using namespace tellfirst::smtp;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

// The first byte of the input chooses how we behave, each following byte a size of a piece.
struct Game {
    explicit Game(std::uint8_t choice)
        : machine{{.starttls = StartTls{static_cast<int>(choice % 3)}, .encrypted = (choice & 4) != 0, .trusted_wire = (choice & 8) != 0, .credentials = (choice & 16) != 0 ? std::optional{Credentials{"me", "pw"}} : std::nullopt, .most_messages = 3}},
          breaks_data{(choice & 32) != 0}
    {
    }

    ClientMachine machine;
    bool breaks_data;
    std::uint64_t offered = 0;
    std::map<std::uint64_t, int> seen;

    void offer()
    {
        while (machine.takes_messages() && offered < 5)
            machine.offer(
                {.token = ++offered,
                 .from = "a@b",
                 .to = "c@d",
                 .data = breaks_data && offered == 2 ? "x\r\n.\r\nRSET\r\n" : "hi\r\n..\r\n"});
    }

    void write(std::size_t part)
    {
        auto const output = machine.output();
        auto const all =
            std::string{output.head} + std::string{output.body} + std::string{output.tail};
        for (std::size_t i = 0; i < all.size(); ++i) {
            require(all[i] != '\n' || (i > 0 && all[i - 1] == '\r') || i == 0);
            require(all[i] != '\r' || (i + 1 < all.size() && all[i + 1] == '\n'));
        }
        require(output.size() == 0 || all.ends_with("\r\n"));
        // A body that something stands after ends with a dot; another one has its length said.
        require(output.tail.empty() || !output.body.contains("\r\n.\r\n"));
        machine.wrote(part);
    }

    void collect()
    {
        for (auto const& outcome : machine.take_outcomes()) {
            ++seen[outcome.token];
            require(outcome.text.size() <= 200);
            require(!breaks_data || outcome.token != 2 || outcome.kind == Outcome::Kind::failed);
        }
        for (auto const& back : machine.take_returned())
            ++seen[back.token];
        for (auto const& [token, times] : seen)
            require(times == 1 && token <= offered);
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size < 2)
        return 0;
    Game game{data[0]};
    std::size_t const piece = 1 + data[1];
    std::string_view said{reinterpret_cast<char const*>(data) + 2, size - 2};
    while (!said.empty()) {
        game.offer();
        if (game.machine.wants() == ClientMachine::Wants::tls)
            game.machine.tls_started();
        game.write(piece % 7 == 0 ? piece : game.machine.output().size());
        game.machine.received(said.substr(0, piece));
        said.remove_prefix(std::min(piece, said.size()));
        game.collect();
    }
    game.machine.closed("done");
    game.collect();
    require(game.machine.wants() == ClientMachine::Wants::close);
    require(game.seen.size() == game.offered);
    return 0;
}
