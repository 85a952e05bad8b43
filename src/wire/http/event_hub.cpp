#include "wire/http/events.hpp"
#include "wire/http/inside.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace tellfirst::http {

void Listener::push(Chunk chunk, std::size_t most_queued)
{
    if (ended)
        return;
    queued += chunk->size();
    queue.push_back(std::move(chunk));
    if (queued > most_queued)
        end();
    wake.cancel();
}

void Listener::end()
{
    ended = true;
    queue.clear();
    socket.close();
    wake.cancel();
}

void EventHub::join(Listener& listener)
{
    if (listeners_.empty())
        position_ = std::max(position_, listener.position);
    listeners_.insert(&listener);
    fetch();  // what was committed since the listener last looked
}

// Reads what is new once for all listeners, and writes its bytes once, on the database's thread.
void EventHub::fetch()
{
    if (listeners_.empty())
        return;
    if (fetching_) {
        again_ = true;
        return;
    }
    fetching_ = true;
    again_ = false;
    auto const batch = std::make_shared<Batch>();
    in_.options.house.database.read(
        [batch, after = position_](db::Tx& tx) {
            batch->events.clear();
            for (auto const& fact : db::facts_after(tx, after, db::most_facts_a_page))
                batch->events.emplace_back(
                    fact.seq, std::make_shared<std::string const>(event_of(fact)));
        },
        [this, batch, guard = asio::make_work_guard(in_.io)](db::Outcome const&) {
            asio::post(in_.io, [this, batch] { deliver(*batch); });
        });
}

void EventHub::deliver(Batch const& batch)
{
    fetching_ = false;
    for (auto const& [seq, chunk] : batch.events) {
        for (auto* const listener : listeners_) {
            if (seq <= listener->position)
                continue;
            listener->position = seq;
            listener->push(chunk, in_.options.limits.stream_queue);
        }
        position_ = seq;
    }
    if (again_ || batch.events.size() == db::most_facts_a_page)
        fetch();
}

void EventHub::keep_alive()
{
    static auto const comment = std::make_shared<std::string const>(keep_alive_event);
    for (auto* const listener : listeners_)
        if (listener->queue.empty())
            listener->push(comment, in_.options.limits.stream_queue);
    fetch();  // another process on the same SQLite file (`tellfirst import`) wakes nobody here
}

void EventHub::stop()
{
    for (auto* const listener : listeners_)
        listener->end();
}

}  // namespace tellfirst::http
