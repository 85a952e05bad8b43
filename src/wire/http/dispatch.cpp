#include "wire/http/inside.hpp"

#include "db/errors.hpp"
#include "kernel/log.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace tellfirst::http {
namespace {

constexpr int retry_after_s = 2;

[[nodiscard]] Problem busy()
{
    return {
        .kind = Refusal::unavailable,
        .code = "http.busy",
        .detail = "Too much is waiting here at the moment; try again.",
        .retry_after_s = retry_after_s};
}

// Calls `start(done)`; goes on, on the I/O thread, when somebody calls `done` on any thread. The
// guard keeps the I/O thread running until then, also while the server stops.
template <class T, class Start>
[[nodiscard]] asio::awaitable<T> on_other_thread(Server::Inside& in, Start start)
{
    auto const initiate = [&in, &start](auto handler) {
        using Handler = decltype(handler);
        auto const waiting = std::make_shared<Handler>(std::move(handler));
        start([&io = in.io, waiting, guard = asio::make_work_guard(in.io)](T value) {
            asio::post(io, [waiting, value = std::move(value)]() mutable {
                auto resume = std::move(*waiting);
                resume(std::move(value));
            });
        });
    };
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(T)>(
        initiate, asio::use_awaitable);
}

[[nodiscard]] Result<Reply> work(Server::Options& options, Exchange& exchange)
{
    auto& request = exchange.request;
    auto& house = options.house;
    auto const find_out = [&](Call& call) {
        return admit(*exchange.route, request, call, options.resolver);
    };
    // The resolver may mark a session as seen where the method is one that writes.
    auto const actor = exchange.route->method == "GET" ? house.read(Actor::nobody(), find_out)
                                                       : house.write(Actor::nobody(), find_out);
    if (!actor)
        return actor.error();
    request.actor = *actor;
    return exchange.route->work(request, house);
}

asio::awaitable<db::Outcome> work_in_pool(Server::Inside& in, std::shared_ptr<Exchange> exchange)
{
    auto const start = [&in, exchange](auto done) {
        auto& options = in.options;
        bool const taken = in.pool.offer([&options, exchange, done] {
            db::Outcome outcome;
            try {
                exchange->result = work(options, *exchange);
            } catch (...) {
                outcome = {.ending = db::Ending::failed, .error = std::current_exception()};
            }
            done(std::move(outcome));
        });
        if (taken)
            return;
        exchange->result = busy();
        done(db::Outcome{});
    };
    co_return co_await on_other_thread<db::Outcome>(in, start);
}

asio::awaitable<db::Outcome>
work_in_database(Server::Inside& in, std::shared_ptr<Exchange> exchange)
{
    bool const writes = exchange->route->method != "GET" || exchange->route->writes;
    auto const& options = in.options;
    co_return co_await transact(in, writes, [exchange, &options](db::Tx& tx) {
        auto const& house = options.house;
        Call call{tx, Actor::nobody(), house.clock.now(), house.settings, house.ids};
        exchange->result = answer(*exchange->route, exchange->request, call, options.resolver);
        return exchange->result->has_value();
    });
}

[[nodiscard]] Problem problem_of(std::exception_ptr const& error)
{
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (db::Full const&) {
        return {
            .kind = Refusal::unavailable,
            .code = "db.full",
            .detail = "The disk is full; nothing was stored.",
            .retry_after_s = retry_after_s};
    } catch (db::Unavailable const&) {
        return busy();
    } catch (...) {
    }
    return {
        .kind = Refusal::internal,
        .code = "http.failed",
        .detail = "Something went wrong on our side; nothing was stored."};
}

[[nodiscard]] std::string text_of(std::exception_ptr const& error)
{
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (std::exception const& exception) {
        return exception.what();
    } catch (...) {
    }
    return "unknown";
}

}  // namespace

asio::awaitable<Result<std::shared_ptr<HotPage const>>>
make_page(Server::Inside& in, std::string host, std::string path)
{
    using Made = Result<std::shared_ptr<HotPage const>>;
    auto const start = [&](auto done) {
        auto const& make = in.options.made.make;
        bool const taken = in.pool.offer([&make, host, path, done] {
            try {
                done(make(host, path));
            } catch (std::exception const& error) {
                log::warning("http.page_not_made", {{"error", error.what()}});
                done(Made{busy()});
            }
        });
        if (!taken)
            done(Made{busy()});
    };
    co_return co_await on_other_thread<Made>(in, start);
}

asio::awaitable<db::Outcome> transact(Server::Inside& in, bool writes, db::Database::Verb verb)
{
    auto const start = [&in, writes, &verb](auto done) {
        auto& database = in.options.house.database;
        if (writes)
            database.write(std::move(verb), std::move(done));
        else
            database.read(
                [verb = std::move(verb)](db::Tx& tx) { (void)verb(tx); }, std::move(done));
    };
    co_return co_await on_other_thread<db::Outcome>(in, start);
}

Reply reply_to_failure(db::Outcome const& outcome, Route const& route)
{
    // For the log only: a database's text never goes outside.
    log::warning(
        "http.failed",
        {{"method", route.method}, {"route", route.path}, {"error", text_of(outcome.error)}});
    if (outcome.ending == db::Ending::unknown)
        return problem(
            {.kind = Refusal::unavailable,
             .code = "db.unknown",
             .detail = "We cannot say whether this was stored. Ask again, with the "
                       "same Idempotency-Key if there was one.",
             .retry_after_s = retry_after_s});
    return problem(problem_of(outcome.error));
}

asio::awaitable<Reply> dispatch(Server::Inside& in, std::shared_ptr<Exchange> exchange)
{
    db::Outcome const outcome = exchange->route->work != nullptr
                                    ? co_await work_in_pool(in, exchange)
                                    : co_await work_in_database(in, exchange);
    bool const is_failure =
        outcome.ending == db::Ending::failed || outcome.ending == db::Ending::unknown;
    if (is_failure || !exchange->result)
        co_return reply_to_failure(outcome, *exchange->route);
    co_return exchange->result->has_value() ? **std::move(exchange->result)
                                            : problem(exchange->result->error());
}

}  // namespace tellfirst::http
