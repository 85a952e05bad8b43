#pragma once
#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "pages/cookies.hpp"
#include "pages/portal/portal_routes.hpp"
#include "support/ask.hpp"

namespace tellfirst::pages::sample {

using namespace std::chrono_literals;

// Ada, signed in, whose account uses everything that is announced here.
struct SignedIn {
    explicit SignedIn(void (*add_routes)(http::Table&))
    {
        add_portal_routes(table);
        add_routes(table);
        ada = world.write([](Call& call) {
            accounts::NewPlan plan;
            plan.name = "Pro";
            auto const sold = accounts::add_plan(call, plan)->id;
            return accounts::add_account(
                       call, {.name = "Ada",
                              .plan = sold,
                              .contacts = {{.name = "Ada", .email = *Email::parse("a@b.test")}}})
                ->contacts.at(0)
                .id;
        });
        auto const secret = world.write([&](Call& call) {
            return accounts::spend_sign_in_link(call, accounts::make_sign_in_link_secret(call, ada))
                ->session_secret;
        });
        auto const cookie = http::set_cookie(contact_cookie, world.settings, secret);
        cookies = {{"cookie", cookie.substr(0, cookie.find(';'))}};
    }

    NoticeId say(std::string state, std::int64_t update)
    {
        return world.write([&](Call& call) {
            return notify::announce(
                call,
                {.about = IncidentId{7001},
                 .update = UpdateId{update},
                 .title = "Mail <is> down",
                 .state = std::move(state),
                 .services = {ServiceId{101}},
                 .service_names = {"Mail"},
                 .service_state = "major",
                 .text = "We look.",
                 .started_at = call.now},
                0s);
        });
    }

    Result<http::Reply> ask(std::string_view method, std::string_view path, std::string body = {})
    {
        return support::ask(
            world, table, Actor::nobody(),
            {.method = method, .path = path, .body = std::move(body), .headers = cookies});
    }
    std::string page(std::string_view path) { return ask("GET", path)->body; }

    support::World world;
    http::Table table;
    ContactId ada;
    http::Headers cookies;
};

}  // namespace tellfirst::pages::sample
