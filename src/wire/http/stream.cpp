#include "wire/http/events.hpp"
#include "wire/http/head.hpp"
#include "wire/http/inside.hpp"

#include "kernel/log.hpp"

namespace tellfirst::http {
namespace {

// How often a stream catches up with the others before it joins them. A client that is still
// behind after that many pages is told to load afresh by its own reconnecting.
constexpr int most_catching_up = 10;

// How long after its caller was last looked at a stream looks again: a session that was ended, a
// right that was taken away.
constexpr std::chrono::minutes trust_for{1};

// What a stream sends before it joins the hub.
struct Opening {
    std::int64_t position = 0;
    std::string bytes;
};

// Runs in a read transaction.
[[nodiscard]] Opening read_opening(db::Tx& tx, std::string_view last_event_id)
{
    auto const last = db::last_seq(tx);
    auto const from = resume(last_event_id, last);
    Opening opening{.position = from.after};
    if (from.reset)
        opening.bytes = reset_event(last);
    while (opening.position < last) {
        auto const facts = db::facts_after(tx, opening.position, db::most_facts_a_page);
        if (facts.empty())
            break;
        for (auto const& fact : facts)
            opening.bytes += event_of(fact);
        opening.position = facts.back().seq;
    }
    return opening;
}

// Who asks, and what he has missed since `last_event_id`.
asio::awaitable<Result<Opening>>
open_stream(Server::Inside& in, std::shared_ptr<Exchange> exchange, std::string last_event_id)
{
    auto const found = std::make_shared<std::optional<Result<Opening>>>();
    auto const& options = in.options;
    auto const outcome =
        co_await transact(in, false, [found, exchange, last_event_id, &options](db::Tx& tx) {
            auto const& house = options.house;
            Call call{tx, Actor::nobody(), house.clock.now(), house.settings, house.ids};
            auto const actor = admit(*exchange->route, exchange->request, call, options.resolver);
            if (actor)
                found->emplace(read_opening(tx, last_event_id));
            else
                found->emplace(actor.error());
            return true;
        });
    if (outcome.ending != db::Ending::committed || !*found)
        co_return Problem{
            .kind = Refusal::unavailable,
            .code = "http.busy",
            .detail = "The stream cannot be read at the moment; try again.",
            .retry_after_s = 2};
    co_return **std::move(found);
}

struct Membership {
    EventHub& hub;
    Listener& listener;
    Membership(EventHub& h, Listener& l) : hub{h}, listener{l} { hub.join(listener); }
    ~Membership() { hub.leave(listener); }
    Membership(Membership const&) = delete;
    Membership& operator=(Membership const&) = delete;
};

asio::awaitable<ErrorCode> write_text(Socket& socket, std::string text)
{
    auto const error = co_await socket.write({asio::buffer(text)});
    socket.give_forever();
    co_return error;
}

// Takes what is queued, as one piece.
[[nodiscard]] std::string take_all(Listener& listener)
{
    std::string text;
    text.reserve(listener.queued);
    for (auto const& chunk : listener.queue)
        text += *chunk;
    listener.queue.clear();
    listener.queued = 0;
    return text;
}

asio::awaitable<void>
follow(Server::Inside& in, Socket& socket, Listener& listener, std::shared_ptr<Exchange> exchange)
{
    Membership const member{in.hub, listener};
    auto trusted_until = Steady::now() + trust_for;
    while (!listener.ended && !in.stopping) {
        if (listener.queue.empty()) {
            listener.wake.expires_at(Steady::time_point::max());
            co_await listener.wake.async_wait(use_tuple);
            continue;
        }
        if (co_await write_text(socket, take_all(listener)))
            co_return;
        if (Steady::now() < trusted_until)
            continue;
        if (!co_await open_stream(in, exchange, ""))
            co_return;
        trusted_until = Steady::now() + trust_for;
    }
}

}  // namespace

asio::awaitable<void>
stream_facts(Server::Inside& in, Socket& socket, std::shared_ptr<Exchange> exchange)
{
    auto opening =
        co_await open_stream(in, exchange, std::string{exchange->request.header("last-event-id")});
    auto const& route = *exchange->route;
    if (!opening) {
        auto const reply = problem(opening.error());
        log::event("http.stream_refused", {{"route", route.path}, {"status", reply.status}});
        co_await send(in, socket, reply, true, false);
        co_return;
    }
    auto const head =
        write_head(200, safe_headers("text/event-stream", {{"x-accel-buffering", "no"}}));
    auto bytes = head + in.tail_to_close + opening->bytes;
    Listener listener{
        .socket = socket, .position = opening->position, .wake = asio::steady_timer{in.io}};
    for (int page = 0; page < most_catching_up; ++page) {
        if (co_await write_text(socket, std::move(bytes)) || in.stopping)
            co_return;
        if (listener.position >= in.hub.position())
            co_return co_await follow(in, socket, listener, exchange);
        opening = co_await open_stream(in, exchange, std::to_string(listener.position));
        if (!opening)
            co_return;
        listener.position = opening->position;
        bytes = std::move(opening->bytes);
    }
}

}  // namespace tellfirst::http
