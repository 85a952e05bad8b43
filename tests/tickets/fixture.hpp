#pragma once
// A house in which people can write to us: a plan, an account with two contacts, a service, and
// mails that are taken in and read at once.
#include "accounts/accounts.hpp"
#include "jobs/jobs.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "support/database.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tests {

struct TicketHouse {
    explicit TicketHouse(support::World& the_world) : world{the_world}
    {
        world.settings.domain = "help.test";
        world.settings.secret = "a secret that tests know";
        tickets::add_jobs(board);
        world.write([&](Call& call) {
            statistics = status::add_service(call, {.name = "Statistics"}).value().id;
            accounts::NewPlan plan;
            plan.name = "Pro";
            plan.first_reply_minutes = 4 * 60;
            account =
                accounts::add_account(
                    call, {.name = "Foto Ruiz",
                           .plan = accounts::add_plan(call, plan).value().id,
                           .contacts =
                               {{.name = "Ann", .email = Email::parse("ann@a.test").value()},
                                {.name = "Bob", .email = Email::parse("bob@a.test").value()}}})
                    .value();
        });
    }

    // Lens, a partner of whom the account hears from now on; mail to help.lens.test comes to us.
    void become_partners()
    {
        world.write([&](Call& call) {
            accounts::NewBrand lens{.name = "Lens", .host = "status.lens.test"};
            lens.mail_from = Email::parse("care@help.lens.test");
            auto const id = accounts::add_brand(call, lens).value().id;
            return accounts::give_brand(call, account.id, id);
        });
    }

    struct Post {
        std::string from = "ann@a.test";
        std::string to = "help@help.test";
        std::string subject = "A question";
        std::string text = "How do I change my address?";
        std::string message_id = "one@a.test";
        std::string headers = {};  // further ones, each with CRLF
        std::string envelope_from = "ann@a.test";
    };

    // The mail comes in and is read; answers what became of it.
    tickets::Mail post(Post const& mail)
    {
        auto const raw = fmt::format(
            "From: Somebody <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}>\r\n{}\r\n{}\r\n",
            mail.from, mail.to, mail.subject, mail.message_id, mail.headers, mail.text);
        auto const id = world.write([&](Call& call) {
            return tickets::take_in(
                call, {.from = mail.envelope_from,
                       .to = mail.to,
                       .kept = tickets::keep_raw(call.settings, raw)});
        });
        work();
        return world.read(
            [&](Call& call) { return tickets::store::find_mail(call.tx, id).value(); });
    }

    // Runs what is due.
    void work()
    {
        jobs::Runner runner{world.house(), board, 1};
        runner.start();
        REQUIRE(runner.rest(std::chrono::seconds{20}));
    }

    [[nodiscard]] tickets::Ticket ticket(TicketId id)
    {
        return world.read([&](Call& call) { return tickets::find(call, id).value(); });
    }

    [[nodiscard]] std::vector<tickets::TicketRow> all_tickets(tickets::Filter const& filter = {})
    {
        return world.read(
            [&](Call& call) { return tickets::list(call.tx, filter, std::nullopt, 100); });
    }

    // A mail to the ticket's reply address, from Ann or from whoever else wrote it.
    void answers(TicketId id, std::string const& text)
    {
        auto const found = ticket(id);
        tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
        (void)post(
            {.to = tickets::seal::reply_address(ours, id, found.contact),
             .text = text,
             .message_id = fmt::format("{}@a.test", text)});
    }

    status::Incident trouble()
    {
        return world.write([&](Call& call) {
            return status::publish(
                       call, {.title = "Statistics fail",
                              .services = {{.service = statistics}},
                              .text = "We look into it.",
                              .eta = status::Eta{.within = "2h"}})
                .value();
        });
    }

    support::World& world;
    jobs::Board board;
    ServiceId statistics;
    accounts::Account account;
};

}  // namespace tellfirst::tests
