#pragma once
// Something over HTTP that takes messages, over real sockets; it answers what the test tells it.
#include "notify/samples.hpp"
#include "notify/sms/sms.hpp"
#include "wire/http/server.hpp"

#include <mutex>

namespace tellfirst::notify::samples {

class Peer {
  public:
    Peer()
    {
        table_.work(
            "POST", "/{name}", Right::anyone,
            [this](http::Request const& request, House&) -> Result<http::Reply> {
                std::lock_guard const guard{lock_};
                asked_.push_back(request);
                return answer_(request);
            });
        server_.start();
    }

    [[nodiscard]] std::string url(std::string_view name = "send") const
    {
        return fmt::format("http://127.0.0.1:{}/{}", server_.port(), name);
    }
    [[nodiscard]] http::Outgoing allowed() const
    {
        return {.allow = {{"127.0.0.1", server_.port()}}};
    }

    void answers(http::Reply reply)
    {
        answers([reply](http::Request const&) { return reply; });
    }
    void answers(std::function<http::Reply(http::Request const&)> answer)
    {
        std::lock_guard const guard{lock_};
        answer_ = std::move(answer);
    }

    [[nodiscard]] std::vector<http::Request> asked() const
    {
        std::lock_guard const guard{lock_};
        return asked_;
    }

  private:
    mutable std::mutex lock_;
    std::function<http::Reply(http::Request const&)> answer_ = [](http::Request const&) {
        return http::Reply{.status = 201};
    };
    std::vector<http::Request> asked_;
    support::World world_;
    http::Table table_;
    http::Server server_{
        {.listen = {},
         .table = table_,
         .house = world_.house(),
         .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
         .limits = {.strangers = {.per_second = 1000, .burst = 1000}}}};
};

// A gateway that is told of a text by a form.
inline SmsSettings by_form(std::string url)
{
    return {
        .preset = "generic",
        .url = std::move(url),
        .encoding = "form",
        .body = "to={to}&text={text}&id={id}&from={from}&report={report}",
        .from = "{brand}",
        .report_status = "status",
        .report_delivered = "ok",
        .report_failed = "no"};
}

inline Gateway gateway_at(std::string url)
{
    return read_gateway(by_form(std::move(url))).value().value();
}

// As if each of its readers had chosen this channel beside mail.
inline void also_by(support::World& world, NoticeId notice, Channel channel)
{
    world.write([&](Call& call) {
        call.tx.run(
            R"sql(
            INSERT INTO notify_deliveries (notice, recipient, channel, address, name, language,
                                           zone, account, account_name, brand, lane, epoch, state,
                                           due_at, attempts)
            SELECT notice, recipient, :channel, '+49151123456', name, language, zone, account,
                   account_name, brand, lane, epoch, state, due_at, attempts
            FROM   notify_deliveries
            WHERE  notice = :notice AND channel = 'mail')sql",
            {{"channel", channel}, {"notice", notice}});
    });
}

// "ada accepted: 200 yes" of one channel, by contact.
inline Rows rows_by(support::World& world, Channel channel)
{
    Rows rows;
    for (auto const& line : proof(world).deliveries)
        if (line.channel == channel)
            rows.push_back(fmt::format(
                "{} {}{}{}", line.name, name_of(line.state), line.reason ? ": " : "",
                line.reason.value_or("")));
    return rows;
}

}  // namespace tellfirst::notify::samples
