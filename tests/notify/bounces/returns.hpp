#pragma once
// A house that mail comes back to: somebody was told, and what comes back is read at once.
#include "jobs/jobs.hpp"
#include "notify/bounces/bounces.hpp"
#include "notify/samples.hpp"
#include "notify/seal.hpp"

namespace tellfirst::notify::samples {

struct Returns {
    explicit Returns(support::World& the_world) : world{the_world} { add_jobs(board); }

    // The mail comes in and is read; answers what became of it.
    Bounce post(std::string const& to, std::string const& raw, std::string const& from = "")
    {
        auto const id = world.write([&](Call& call) {
            return take_bounce(
                call, {.from = from,
                       .to = to,
                       .raw = raw,
                       .size = static_cast<std::int64_t>(raw.size())});
        });
        jobs::Runner runner{world.house(), board, 1};
        runner.start();
        REQUIRE(runner.rest(20s));
        return read(id);
    }

    Bounce read(MailId id)
    {
        return world.read([&](Call& call) { return find_bounce(call.tx, id).value(); });
    }

    // One more word on the incident, delivered to everybody.
    NoticeId tell()
    {
        auto const notice = say(world, outage(++updates), 0s);
        deliver_all(world);
        return notice;
    }

    [[nodiscard]] std::string bounce_address(NoticeId notice, ContactId to) const
    {
        return seal::bounce_address(owner(), {notice, to.value()});
    }
    [[nodiscard]] std::string message_id(NoticeId notice, ContactId to) const
    {
        return seal::message_id(owner(), {notice, to.value()});
    }
    [[nodiscard]] seal::Owner owner() const { return {world.settings.secret, "help.example.test"}; }

    std::vector<Suppression> suppressed()
    {
        return world.read([](Call& call) { return suppressions(call.tx, std::nullopt, 10); });
    }
    std::vector<std::string> kinds_told(std::string_view room_prefix)
    {
        std::vector<std::string> kinds;
        for (auto const& fact : support::facts_told(world))
            if (fact.kind.starts_with(room_prefix))
                kinds.push_back(fact.kind);
        return kinds;
    }

    support::World& world;
    jobs::Board board;
    std::int64_t updates = 0;
};

// What a mail server sends back about ada@example.test, with the headers of what it could not
// deliver.
inline std::string report(
    std::string_view status, std::string_view action = "failed",
    std::string_view message_id = "x@y", std::string_view address = "ada@example.test")
{
    return fmt::format(
        "From: MAILER-DAEMON@mx.test\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n"
        "Final-Recipient: rfc822; {}\r\nAction: {}\r\nStatus: {}\r\n"
        "Diagnostic-Code: smtp; 550 {} it cannot be\r\n\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{}>\r\n\r\n--b--\r\n",
        address, action, status, status, message_id);
}

inline std::string const complaint =
    "From: fbl@provider.test\r\nSubject: complaint\r\n"
    "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n"
    "--b--\r\n";

}  // namespace tellfirst::notify::samples
