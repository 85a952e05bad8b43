#pragma once
// A customer's program that hears webhooks, over real sockets; it answers what the test tells it.
#include "jobs/jobs.hpp"
#include "notify/finish.hpp"
#include "notify/samples.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/secret.hpp"
#include "wire/http/server.hpp"
#include "wire/http/target.hpp"

#include <condition_variable>
#include <mutex>

namespace tellfirst::notify::samples {

struct Heard {
    http::Headers headers;
    std::string body;

    [[nodiscard]] std::string header(std::string_view name) const
    {
        for (auto const& [each, value] : headers)
            if (each == name)
                return value;
        return "";
    }
    [[nodiscard]] Json json() const { return *parse_json(body); }
    [[nodiscard]] std::string type() const
    {
        return std::string{json().as_object().at("type").as_string()};
    }
};

class Receiver {
  public:
    Receiver()
    {
        table_.work(
            "POST", "/hook", Right::anyone,
            [this](http::Request const& request, House&) -> Result<http::Reply> {
                std::lock_guard const guard{lock_};
                heard_.push_back({request.headers, request.body});
                came_.notify_all();
                auto reply = answer_;
                if (!then_.empty()) {
                    answer_ = then_.front();
                    then_.erase(then_.begin());
                }
                return reply;
            });
        server_.start();
    }

    [[nodiscard]] std::string url() const
    {
        return fmt::format("http://127.0.0.1:{}/hook", server_.port());
    }
    [[nodiscard]] http::Outgoing allowed() const
    {
        return {.allow = {{"127.0.0.1", server_.port()}}};
    }

    // The first is what the next post is answered, and so on; the last stays.
    void answers(std::vector<http::Reply> replies)
    {
        std::lock_guard const guard{lock_};
        answer_ = replies.front();
        then_ = {replies.begin() + 1, replies.end()};
    }
    // Has it heard anything by now, or within long enough?
    [[nodiscard]] bool hears()
    {
        std::unique_lock guard{lock_};
        return came_.wait_for(guard, 20s, [&] { return !heard_.empty(); });
    }
    [[nodiscard]] std::vector<Heard> take()
    {
        std::lock_guard const guard{lock_};
        return std::exchange(heard_, {});
    }

  private:
    std::mutex lock_;
    std::condition_variable came_;
    http::Reply answer_{.status = 204};
    std::vector<http::Reply> then_;
    std::vector<Heard> heard_;
    support::World world_;
    http::Table table_;
    http::Server server_{
        {.listen = {},
         .table = table_,
         .house = world_.house(),
         .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
         .limits = {.strangers = {.per_second = 1000, .burst = 1000}}}};
};

inline AccountId account_of(support::World& world, ContactId contact)
{
    return world.read(
        [&](Call& call) { return accounts::find_contact(call.tx, contact)->account.value(); });
}

// Without a ping.
inline WebhookId hook(support::World& world, AccountId account, NewWebhook const& wish)
{
    return world.write([&](Call& call) {
        Endpoint endpoint{};
        static_cast<NewWebhook&>(endpoint) = wish;
        endpoint.id = call.new_id<WebhookId>();
        endpoint.account = account;
        endpoint.created_at = call.now;
        endpoint.secret = make_webhook_secret(call.settings, endpoint.id).locked;
        store::add_webhook(call.tx, endpoint);
        return endpoint.id;
    });
}

// As the job does it: what waits longest for this webhook ends like this.
inline void end_post(support::World& world, WebhookId webhook, State state)
{
    world.write([&](Call& call) {
        auto post = store::first_post(call.tx, webhook, call.now).value();
        post.state = state;
        post.due_at = state == State::sending ? post.due_at : std::nullopt;
        post.tries = 1;
        store::save_post(call.tx, post, std::nullopt, call.now);
        finish_over(call, post.notice);
    });
}

// Posts all that is due by now, and what follows from it at once; answers what was heard.
inline std::vector<Heard>
post_all(support::World& world, Receiver& receiver, http::Outgoing const& allowed)
{
    jobs::Board board;
    add_webhook_jobs(board, allowed);
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    if (!runner.rest(60s))
        throw std::runtime_error{"posting takes more than a minute"};
    runner.stop();
    return receiver.take();
}

inline std::vector<Heard> post_all(support::World& world, Receiver& receiver)
{
    return post_all(world, receiver, receiver.allowed());
}

inline Endpoint endpoint(support::World& world, WebhookId id)
{
    return world.read([&](Call& call) { return store::find_webhook(call.tx, id).value(); });
}

}  // namespace tellfirst::notify::samples
