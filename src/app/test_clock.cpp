#include "app/test_clock.hpp"

#include "kernel/files.hpp"
#include "wire/http/table.hpp"

#include <charconv>

namespace tellfirst::app {
namespace {

using namespace std::chrono_literals;

// Jobs that take longer than this are not what a test waits for.
constexpr auto longest_rest = 60s;

struct Move {
    std::optional<Instant> at;
    std::optional<std::int64_t> advance_s;
};
BOOST_DESCRIBE_STRUCT(Move, (), (at, advance_s))

struct Now {
    Instant now;
};
BOOST_DESCRIBE_STRUCT(Now, (), (now))

std::string path_in(std::string const& data_folder)
{
    return data_folder + "/test-clock";
}

Result<http::Reply> move_clock(http::Request const& request, Building& building)
{
    auto const move = request.body_as<Move>();
    if (!move)
        return move.error();
    if (move->at.has_value() == move->advance_s.has_value())
        return invalid("clock.one_of", "at", "Give either at or advance_s.");
    auto& clock = building.open_house->clock;
    auto const target = move->at ? *move->at : clock.now() + std::chrono::seconds{*move->advance_s};
    auto const shift = target - Clock::machine_now();
    keep_shift(building.open_house->chosen.settings.data, shift);
    clock.set_shift(shift);
    if (!building.come_to_rest(longest_rest))
        return Problem{
            .kind = Refusal::unavailable,
            .code = "clock.restless",
            .detail = "Jobs are still running after a minute."};
    return http::ok(to_json(Now{clock.now()}));
}

}  // namespace

Duration kept_shift(std::string const& data_folder)
{
    auto const text = read_whole_file(path_in(data_folder)).value_or("0");
    std::int64_t micros = 0;
    std::from_chars(text.data(), text.data() + text.size(), micros);
    return Duration{micros};
}

void keep_shift(std::string const& data_folder, Duration shift)
{
    replace_file(path_in(data_folder), std::to_string(shift.count()));
}

void add_clock_routes(http::Table& table, Building& building)
{
    table
        .work(
            "POST", "/clock", Right::anyone,
            [&building](http::Request const& request, House&) {
                return move_clock(request, building);
            })
        .says("Moves the clock; answers after what became due has run.")
        .takes<Move>()
        .gives<Now>();
    table
        .work(
            "GET", "/clock", Right::anyone,
            [&building](http::Request const&, House&) -> Result<http::Reply> {
                return http::ok(to_json(Now{building.open_house->clock.now()}));
            })
        .says("What time is it in the house?")
        .gives<Now>();
}

}  // namespace tellfirst::app
