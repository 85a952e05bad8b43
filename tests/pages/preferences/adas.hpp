#pragma once
#include "pages/subscribing/office.hpp"

namespace tellfirst::pages::samples {

// A house with Ada, whose plan mails her of outages alone.
struct Adas : Office {
    Adas()
    {
        accounts::NewPlan pro;
        pro.name = "Pro";
        pro.topics = {accounts::Topic::unplanned};
        auto const plan = write([&](Call& call) { return accounts::add_plan(call, pro); })->id;
        ada = add_account(
                  plan, {{.name = "Ada",
                          .email = *Email::parse("ada@example.test"),
                          .zone = "Europe/Berlin"}})
                  .at(0)
                  .id;
        own = accounts::own_path("house", ada);
    }

    accounts::Preferences preferences()
    {
        return read([&](Call& call) { return accounts::preferences_of(call.tx, ada); }).value();
    }
    std::string facts()
    {
        std::string kinds;
        for (auto const& fact : support::facts_told(*this))
            kinds += fact.kind + " ";
        return kinds;
    }

    ContactId ada;
    std::string own;
};

inline Result<http::Reply> ask_raw(Office& office, std::string_view method, std::string_view path)
{
    return support::ask(office, office.table, Actor::nobody(), {.method = method, .path = path});
}

}  // namespace tellfirst::pages::samples
