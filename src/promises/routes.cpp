#include "promises/promises.hpp"
#include "team/team.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::promises {
namespace {

struct PromiseWithHistory : Promise {
    std::vector<Change> history;
};
BOOST_DESCRIBE_STRUCT(PromiseWithHistory, (Promise), (history))

struct Move {
    static constexpr std::array<std::string_view, 1> required{"due_at"};
    Instant due_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Move, (), (due_at, reason))

struct Withdraw {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (reason))

// The promise in the path, where it still is as the caller saw it.
Result<PromiseId> meant_by(http::Request const& request, Call& call)
{
    auto const id = request.id<PromiseId>("promise");
    if (!id)
        return id.error();
    auto const promise = find(call.tx, *id);
    if (!promise)
        return not_found("promise");
    if (auto const same = request.check_version(promise->version); !same)
        return same.error();
    return *id;
}

Result<http::Reply> answer(Result<Promise> const& promise)
{
    if (!promise)
        return promise.error();
    return http::ok(to_json(*promise));
}

Result<http::Reply> get_promises(http::Request const& request, Call& call)
{
    auto const state = request.parameter_as<State>("state");
    if (!state)
        return state.error();
    return http::list<PromiseId>(
        request, [&](auto after, int most) { return ledger(call.tx, *state, after, most); });
}

Result<http::Reply> get_promise(http::Request const& request, Call& call)
{
    auto const id = request.id<PromiseId>("promise");
    if (!id)
        return id.error();
    auto const promise = find(call.tx, *id);
    if (!promise)
        return not_found("promise");
    return http::ok(to_json(PromiseWithHistory{{*promise}, history(call.tx, *id)}));
}

Result<http::Reply> post_promise(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<Make>();
    if (!wish)
        return wish.error();
    if (wish->owner && !team::find_person(call.tx, *wish->owner))
        return invalid("person.not_found", "owner", "There is no such person.");
    auto const promise = make(call, *wish);
    if (!promise)
        return promise.error();
    return http::created("/api/v1/promises/" + promise->id.text(), to_json(*promise));
}

Result<http::Reply> post_keep(http::Request const& request, Call& call)
{
    auto const id = meant_by(request, call);
    if (!id)
        return id.error();
    return answer(keep(call, *id));
}

Result<http::Reply> post_move(http::Request const& request, Call& call)
{
    auto const id = meant_by(request, call);
    if (!id)
        return id.error();
    auto const wish = request.body_as<Move>();
    if (!wish)
        return wish.error();
    return answer(move(call, *id, wish->due_at, wish->reason));
}

Result<http::Reply> post_withdraw(http::Request const& request, Call& call)
{
    auto const id = meant_by(request, call);
    if (!id)
        return id.error();
    auto const wish = request.body_as<Withdraw>();
    if (!wish)
        return wish.error();
    return answer(withdraw(call, *id, wish->reason));
}

}  // namespace

void add_routes(http::Table& table)
{
    table.get("/api/v1/promises", Right::read_promises, get_promises)
        .says("The ledger, soonest due first, those without a date last")
        .asks({"state", "after", "limit"})
        .gives<http::Page<Promise>>();
    table.post("/api/v1/promises", Right::keep_promises, post_promise)
        .says("Promise something by a moment, or say why there is no date")
        .takes<Make>()
        .gives<Promise>(201);
    table.get("/api/v1/promises/{id}", Right::read_promises, get_promise)
        .says("One promise with all that became of it")
        .gives<PromiseWithHistory>();
    table.post("/api/v1/promises/{id}/keep", Right::keep_promises, post_keep)
        .says("It is done")
        .gives<Promise>();
    table.post("/api/v1/promises/{id}/move", Right::keep_promises, post_move)
        .says("Say a new moment; the first one stays on record")
        .takes<Move>()
        .gives<Promise>();
    table.post("/api/v1/promises/{id}/withdraw", Right::keep_promises, post_withdraw)
        .says("End it undone; after its due moment that breaks it")
        .takes<Withdraw>()
        .gives<Promise>();
}

}  // namespace tellfirst::promises
