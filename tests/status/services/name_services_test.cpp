#include "status/services/name_services.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

// Uploads is known to all; Heron is not, and stands in Birds.
struct Partly {
    support::World world;
    ServiceId uploads = samples::service(world, "Uploads").id;
    ServiceId birds = samples::group(world, "Birds").id;
    ServiceId heron = hidden();
    std::vector<Touched> both{
        {.service = uploads, .state = ServiceState::degraded},
        {.service = heron, .state = ServiceState::major}};

    ServiceId hidden()
    {
        return world
            .write([&](Call& call) {
                return add_service(call, {.name = "Heron", .is_public = false, .parent = birds});
            })
            .value()
            .id;
    }
    notify::Announcement
    name(std::vector<Touched> const& services, std::optional<AccountId> account = std::nullopt)
    {
        return world.read([&](Call& call) {
            notify::Announcement words;
            words.account = account;
            name_services(call.tx, words, services);
            return words;
        });
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("name_services: what is hidden is named to those only who use it or a group above it")
{
    Partly partly;
    auto const words = partly.name(partly.both);
    CHECK(words.service_names == Names{"Uploads"});
    CHECK(words.service_state == "degraded");
    REQUIRE(words.hidden);
    CHECK(
        *words.hidden == std::vector<notify::NamedService>{
                             {.name = "Heron",
                              .state = "major",
                              .known_by = {partly.birds, partly.heron},
                              .service = partly.heron}});
}

TEST_CASE("name_services: what everybody knows is named one by one, with all that is known of it")
{
    Partly partly;
    partly.both[0].failing_percent = 20;
    partly.both[0].symptom = "Some stall.";
    auto const words = partly.name(partly.both);
    CHECK(
        words.named == std::vector<notify::NamedService>{
                           {.name = "Uploads",
                            .state = "degraded",
                            .known_by = {partly.uploads},
                            .failing_percent = 20,
                            .symptom = "Some stall.",
                            .service = partly.uploads}});
    CHECK(words.has_page == true);
    CHECK(partly.name({partly.both[1]}).has_page == false);
    CHECK(partly.name(partly.both, AccountId{7}).has_page == false);
}

TEST_CASE("name_services: where all is hidden, no state is said of what everybody knows")
{
    Partly partly;
    auto const words = partly.name({partly.both[1]});
    CHECK(words.service_names.empty());
    CHECK(words.service_state.empty());
}

TEST_CASE("name_services: what is for one account names all to it")
{
    Partly partly;
    auto const words = partly.name(partly.both, AccountId{7});
    CHECK(words.service_names == Names{"Uploads", "Heron"});
    CHECK(words.service_state == "major");
    CHECK_FALSE(words.hidden);
}

TEST_CASE("publish: what a mail says of a hidden service is kept apart from what everybody reads")
{
    Partly partly;
    auto wish = samples::outage_of(partly.world, partly.uploads);
    wish.services = partly.both;
    auto const incident = samples::publish(partly.world, wish).value();
    auto const body = partly.world.read([&](Call& call) {
        return call.tx.one<std::string>(
            "SELECT body FROM notify_notices WHERE about = :about",
            {{"about", incident.id.text()}});
    });
    auto const words = from_json<notify::Announcement>(parse_json(body.value()).value()).value();
    CHECK(words.service_names == Names{"Uploads"});
    CHECK(words.service_state == "degraded");
    CHECK(words.hidden->at(0).name == "Heron");
}
