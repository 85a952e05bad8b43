#include "notify/fanout/fanout_routes.hpp"

#include "notify/notify.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

// `verb(call, id)` answers how far the notice is then.
template <auto Verb>
Result<http::Reply> act(http::Request const& request, Call& call)
{
    auto const id = request.id<NoticeId>("notice");
    if (!id)
        return id.error();
    auto const progress = Verb(call, *id);
    if (!progress)
        return progress.error();
    return http::ok(to_json(*progress));
}

}  // namespace

void add_fanout_routes(http::Table& table)
{
    table.post("/api/v1/notices/{id}/cancel", Right::publish_status, act<cancel>)
        .says("Takes a notice back of which nothing has left; what the page says stands.")
        .gives<Progress>();
    table.post("/api/v1/notices/{id}/pause", Right::publish_status, act<pause>)
        .says("Keeps the rest of a notice from leaving until it is resumed.")
        .gives<Progress>();
    table.post("/api/v1/notices/{id}/resume", Right::publish_status, act<resume>)
        .says("Lets a paused notice go on.")
        .gives<Progress>();
    table.post("/api/v1/notices/{id}/approve", Right::publish_status, act<approve>)
        .says("Lets a notice to many go that waits for a second pair of eyes.")
        .gives<Progress>();
    table.post("/api/v1/notices/{id}/cancel-rest", Right::publish_status, act<cancel_rest>)
        .says("Writes to nobody any more who has not been written to yet.")
        .gives<Progress>();
}

}  // namespace tellfirst::notify
