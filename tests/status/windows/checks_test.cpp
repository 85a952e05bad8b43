#include "status/windows/checks.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

std::string code_of(Result<void> const& checked)
{
    return checked ? "" : checked.error().code + " " + checked.error().field;
}

}  // namespace

TEST_CASE("check_window_span: the table of what is a time for a window")
{
    Instant const now = support::test_start;
    CHECK(code_of(check_window_span(now + 1us, now + 2us, now)).empty());
    CHECK(code_of(check_window_span(now, now + 1h, now)) == "window.in_the_past starts_at");
    CHECK(
        code_of(check_window_span(now + 1h, now + 1h, now)) == "window.ends_before_start ends_at");
    CHECK(code_of(check_window_span(now + 1h, now + 1h + 31 * 24h, now)).empty());
    CHECK(
        code_of(check_window_span(now + 1h, now + 1h + 31 * 24h + 1us, now)) ==
        "window.too_long ends_at");
    CHECK(
        code_of(check_window_span(now + 366 * 24h + 1us, now + 367 * 24h, now)) ==
        "window.too_far starts_at");
}

TEST_CASE("check_extension: a window that runs can only last longer, and that not for ever")
{
    Instant const now = support::test_start;
    Window const window{.starts_at = now - 1h, .ends_at = now + 1h};
    auto const code = [&](Instant starts_at, Instant ends_at) {
        return code_of(check_extension(window, starts_at, ends_at, now));
    };
    CHECK(code(window.starts_at, now + 1h + 1us).empty());
    CHECK(code(window.starts_at, now + 1h) == "window.ends_earlier ends_at");
    CHECK(code(window.starts_at + 1us, now + 2h) == "window.has_started starts_at");
    CHECK(code(window.starts_at, window.starts_at + 31 * 24h).empty());
    CHECK(code(window.starts_at, window.starts_at + 31 * 24h + 1us) == "window.too_long ends_at");
    auto const late = check_extension(window, window.starts_at, now + 2h, now + 2h);
    CHECK(code_of(late) == "window.ends_earlier ends_at");
}

TEST_CASE("check_window_title: a title has 1 to 200 bytes")
{
    CHECK(code_of(check_window_title(std::string(200, 'x'))).empty());
    CHECK(code_of(check_window_title(std::string(201, 'x'))) == "window.needs_title title");
    CHECK(code_of(check_window_title(" ")) == "window.needs_title title");
}

TEST_CASE("check_window_services: 1 to 200 that there are, each once")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const checked = [&](std::vector<ServiceId> const& services) {
        return world.read(
            [&](Call& call) { return code_of(check_window_services(call.tx, services)); });
    };
    CHECK(checked({galleries}).empty());
    CHECK(checked({}) == "window.needs_services services");
    CHECK(checked(std::vector<ServiceId>(201, galleries)) == "window.needs_services services");
    CHECK(checked({galleries, ServiceId{1}}) == "service.not_found services[1]");
    CHECK(checked({galleries, galleries}) == "service.named_twice services[1]");
}
