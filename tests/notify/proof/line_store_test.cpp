#include "notify/samples.hpp"
#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// All lines, read page by page.
std::vector<ProofLine> in_pages_of(support::World& world, int most, LinesWanted const& wanted = {})
{
    return world.read([&](Call& call) {
        std::vector<ProofLine> all;
        for (LineCursor cursor;; cursor = LineCursor::of(all.back())) {
            auto const page = proof_lines(call.tx, incident, cursor, wanted, most);
            CHECK(page.size() <= static_cast<std::size_t>(most));
            if (page.empty())
                return all;
            all.insert(all.end(), page.begin(), page.end());
        }
    });
}

std::vector<std::string> names(std::vector<ProofLine> const& lines)
{
    std::vector<std::string> names;
    for (auto const& line : lines)
        names.push_back(fmt::format("{} {}", line.name, name_of(line.state)));
    return names;
}

std::vector<std::string> cursors(std::vector<ProofLine> const& lines)
{
    std::vector<std::string> cursors;
    for (auto const& line : lines)
        cursors.push_back(LineCursor::of(line).text());
    return cursors;
}

// Two words: the first reached ada, and cyd's mail server refused it; ada and cyd wait for the
// second. bob wants neither, and dan's account has a webhook that took the first.
void say_twice(support::World& world)
{
    add(world, {.name = "ada"});
    add(world, {.name = "bob", .topics = std::vector<Topic>{}});
    add(world, {.name = "cyd"});
    auto const dan = add(world, {.name = "dan", .topics = std::vector<Topic>{}});
    auto const webhook = hook(world, account_of(world, dan), {.url = "https://hooks.example/in"});
    say(world, outage(1), 0s);
    auto claimed = claim_all(world);
    std::ranges::sort(claimed, {}, &Claimed::name);
    end(world, {claimed.at(0)}, {.state = State::accepted, .code = 250, .at = world.now()});
    end(world, {claimed.at(1)},
        {.state = State::failed, .reason = "550 5.1.1 unknown", .code = 550, .at = world.now()});
    end_post(world, webhook, State::accepted);
    say(world, outage(2), 30s);
}

}  // namespace

TEST_CASE("proof_lines: pages of any size make up the whole, each line once and in its place")
{
    support::for_each_database([](support::World& world) {
        say_twice(world);
        auto const whole = in_pages_of(world, 1'000);
        CHECK(
            names(whole) == Rows{
                                "ada accepted", "ada queued", "bob opted_out", "bob opted_out",
                                "cyd failed", "cyd queued", "dan opted_out", "dan opted_out",
                                "hooks.example accepted", "hooks.example queued"});
        for (int const most : {1, 2, 3, 7, 10})
            CHECK(cursors(in_pages_of(world, most)) == cursors(whole));
    });
}

TEST_CASE("proof_lines: the side is that of the contact, by the best that became of his deliveries")
{
    support::for_each_database([](support::World& world) {
        say_twice(world);
        auto const on = [&](Side side) { return names(in_pages_of(world, 2, {.side = side})); };
        CHECK(
            on(Side::told) == Rows{
                                  "ada accepted", "ada queued", "dan opted_out", "dan opted_out",
                                  "hooks.example accepted"});
        CHECK(on(Side::on_the_way) == Rows{"cyd failed", "cyd queued", "hooks.example queued"});
        CHECK(on(Side::not_told) == Rows{"bob opted_out", "bob opted_out"});
        for (auto const& line : in_pages_of(world, 3, {.side = Side::told}))
            CHECK(bool{line.side == Side::told});
        auto const counted = proof(world);
        CHECK(counted.exposed == 4);
        CHECK(counted.told == 2);
        CHECK(counted.on_the_way == 1);
        CHECK(counted.not_told == 1);
    });
}

TEST_CASE("proof_lines: by words in name, address, account or reason, or of one contact")
{
    support::for_each_database([](support::World& world) {
        say_twice(world);
        auto const with = [&](std::vector<std::string> const& words) {
            return names(in_pages_of(world, 2, {.words = words}));
        };
        CHECK(with({"ADA ltd"}).size() == 2);
        CHECK(with({"cyd@", "Unknown"}) == Rows{"cyd failed"});
        CHECK(with({"hooks"}).size() == 2);
        CHECK(with({"dan", "hooks"}).size() == 2);
        CHECK(with({"%"}).empty());
        auto const bob = in_pages_of(world, 9).at(2).contact;
        auto const his = in_pages_of(world, 1, {.contact = bob});
        CHECK(names(his) == Rows{"bob opted_out", "bob opted_out"});
    });
}
