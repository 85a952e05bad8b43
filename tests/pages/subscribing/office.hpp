#pragma once
// A house whose pages and jobs answer, for tests of what people agree to and choose.
#include "accounts/accounts.hpp"
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"
#include "pages/pages.hpp"
#include "status/status.hpp"
#include "support/ask.hpp"

namespace tellfirst::pages::samples {

using namespace std::chrono_literals;

struct Office : support::World {
    explicit Office(support::Kind kind = support::Kind::sqlite) : World{kind}
    {
        pages::add_routes(table);
        pages::add_jobs(board);
        settings.secret = "house";
        settings.public_url = "https://help.example.test";
    }

    http::Reply get(std::string_view path, http::Headers headers = {})
    {
        return sent({.method = "GET", .path = path, .headers = std::move(headers)});
    }
    http::Reply post(std::string_view path, std::string body = {}, http::Headers headers = {})
    {
        return sent(
            {.method = "POST",
             .path = path,
             .body = std::move(body),
             .headers = std::move(headers)});
    }
    // As one of us with all rights.
    Result<http::Reply> ask_api(std::string_view method, std::string_view path, std::string body)
    {
        return support::ask(
            *this, table, Actor::system(),
            {.method = method, .path = path, .body = std::move(body)});
    }

    void run_jobs()
    {
        jobs::Runner runner{house(), board, 1};
        runner.start();
        bool const rested = runner.rest(30s);
        runner.stop();
        if (!rested)
            throw std::runtime_error{"the jobs did not come to an end"};
    }

    // Letters that were written, oldest first.
    std::vector<notify::Letter> letters()
    {
        auto const bodies = read([](Call& call) {
            return call.tx.all<std::string>(
                "SELECT body FROM notify_notices WHERE kind = 'letter' ORDER BY id");
        });
        std::vector<notify::Letter> all;
        for (auto const& body : bodies)
            all.push_back(db::from_value<notify::Letter>(body));
        return all;
    }
    // The path of the first link of ours in it.
    static std::string path_in(notify::Letter const& letter, std::string_view below)
    {
        auto const at = letter.text.find(below);
        return at == std::string::npos
                   ? std::string{}
                   : letter.text.substr(at, letter.text.find_first_of(" \n", at) - at);
    }

    PlanId add_plan(std::string name)
    {
        return write([&](Call& call) {
                   accounts::NewPlan plan;
                   plan.name = std::move(name);
                   return accounts::add_plan(call, plan);
               })
            ->id;
    }
    std::vector<accounts::Contact>
    add_account(PlanId plan, std::vector<accounts::NewContact> contacts)
    {
        return write([&](Call& call) {
                   return accounts::add_account(
                       call, {.name = "Ada & Co", .plan = plan, .contacts = std::move(contacts)});
               })
            ->contacts;
    }
    // Mail and Web, which everybody may know of, beside one that is hidden.
    std::pair<ServiceId, ServiceId> add_services()
    {
        return write([](Call& call) {
            status::add_service(call, {.name = "Heron", .is_public = false}).value();
            return std::pair{
                status::add_service(call, {.name = "Mail"})->id,
                status::add_service(call, {.name = "Web"})->id};
        });
    }
    // Eve, who has no account.
    ContactId add_subscriber()
    {
        return write([](Call& call) {
            return accounts::add_prospect(
                       call, "Eve", *Email::parse("eve@example.test"), BrandId{1})
                .id;
        });
    }
    std::optional<accounts::Contact> known_as(std::string_view email)
    {
        return read([&](Call& call) {
            return accounts::find_contact_by_email(call.tx, *Email::parse(email));
        });
    }

    http::Table table;
    jobs::Board board;

  private:
    http::Reply sent(support::Ask const& what)
    {
        return *support::ask(*this, table, Actor::nobody(), what);
    }
};

}  // namespace tellfirst::pages::samples
