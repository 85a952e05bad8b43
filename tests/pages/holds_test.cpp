#include "pages/holds.hpp"

#include "pages/sample_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::sample_site;
using status::ServiceState;

namespace {

ServiceState without(std::string_view thing, ServiceId service, Instant at, Site const& made)
{
    return state_without({.thing = thing, .service = service, .at = at}, holds_of(made.page));
}

}  // namespace

TEST_CASE("holds: an incident holds a service from the word that said so to the next one")
{
    auto made = site();
    auto& updates = made.page.latest[0].updates;  // down since 11:00
    updates[0].changes = {
        {.service = statistics, .from = ServiceState::major, .to = ServiceState::degraded}};
    CHECK(bool{without("", statistics, noon - 61min, made) == ServiceState::operational});
    CHECK(bool{without("", statistics, noon - 1h, made) == ServiceState::major});
    CHECK(bool{without("", statistics, noon - 30min, made) == ServiceState::degraded});
    CHECK(bool{without("", uploads, noon, made) == ServiceState::operational});
}

TEST_CASE("holds: a window holds its services while it runs, and one that was cancelled never")
{
    auto made = site();
    made.page.windows.clear();
    auto& window = made.page.latest_windows[0];
    auto const at = window.starts_at + 1min;
    CHECK(bool{without("", uploads, at, made) == ServiceState::operational});
    window.state = status::WindowState::started;
    CHECK(bool{without("", uploads, at, made) == ServiceState::maintenance});
    window.state = status::WindowState::finished;
    window.closed_at = at;
    CHECK(bool{without("", uploads, at, made) == ServiceState::operational});
    CHECK(bool{without("", uploads, at - 1s, made) == ServiceState::maintenance});
}

TEST_CASE("holds: what one asks about is left out, the worst of the rest counts")
{
    auto made = site();
    auto other = outage();
    other.id = IncidentId{8};
    other.updates[1].changes[0].to = ServiceState::partial;
    made.page.latest.push_back(other);
    CHECK(bool{without("", statistics, noon, made) == ServiceState::major});
    CHECK(bool{without(outage().id.text(), statistics, noon, made) == ServiceState::partial});
}
