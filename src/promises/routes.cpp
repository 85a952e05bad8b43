#include "promises/names.hpp"
#include "promises/promises.hpp"
#include "team/team.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::promises {
namespace {

struct NamedChange : Change {
    std::string actor_name;
};
BOOST_DESCRIBE_STRUCT(NamedChange, (Change), (actor_name))

struct PromiseWithHistory : PromiseRow {
    std::vector<NamedChange> history;
};
BOOST_DESCRIBE_STRUCT(PromiseWithHistory, (PromiseRow), (history))

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

// What an incident or a clock promised ends by what becomes of that: who kept it by a request of
// his own, or made one up, would write our public record as he likes.
Result<void> check_by_hand(Source source)
{
    if (source == Source::by_hand)
        return {};
    return conflict(
        "promise.not_by_hand",
        "This promise is of an incident, a window or a ticket: say there what becomes of it.");
}

// The promise in the path: by hand, and still as the caller saw it.
Result<PromiseId> meant_by(http::Request const& request, Call& call)
{
    auto const id = request.id<PromiseId>("promise");
    if (!id)
        return id.error();
    auto const promise = find(call.tx, *id);
    if (!promise)
        return not_found("promise");
    if (auto const by_hand = check_by_hand(promise->source); !by_hand)
        return by_hand.error();
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

// What the caller looks for; `after` and `limit` are the list's own.
Result<Seek> seek_in(http::Request const& request)
{
    Seek seek{
        .about = request.parameter("about").value_or(""),
        .to = request.parameter("to").value_or("")};
    auto const state = request.parameter_as<State>("state");
    if (!state)
        return state.error();
    seek.state = *state;
    if (auto const text = request.parameter("settled"); text && !text->empty()) {
        if (*text != "true" && *text != "false")
            return invalid("input.invalid", "settled", "settled: must be true or false");
        seek.settled = *text == "true";
    }
    if (auto const text = request.parameter("account"); text && !text->empty()) {
        seek.account = AccountId::parse(*text);
        if (!seek.account)
            return invalid("input.invalid", "account", "account: " + AccountId::expectation());
    }
    return seek;
}

Result<http::Reply> get_promises(http::Request const& request, Call& call)
{
    auto seek = seek_in(request);
    if (!seek)
        return seek.error();
    return http::list<PromiseId>(request, [&](auto after, int most) {
        seek->after = after;
        seek->limit = most;
        return with_names(call.tx, ledger(call.tx, *seek));
    });
}

Result<http::Reply> get_counts(http::Request const&, Call& call)
{
    return http::ok(to_json(count(call)));
}

Result<http::Reply> get_promise(http::Request const& request, Call& call)
{
    auto const id = request.id<PromiseId>("promise");
    if (!id)
        return id.error();
    auto const promise = find(call.tx, *id);
    if (!promise)
        return not_found("promise");
    PromiseWithHistory story{with_names(call.tx, {*promise}).front(), {}};
    Names names{call.tx};
    for (auto const& change : history(call.tx, *id))
        story.history.push_back({change, names.of(change.actor)});
    return http::ok(to_json(story));
}

Result<http::Reply> post_promise(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<Make>();
    if (!wish)
        return wish.error();
    if (auto const by_hand = check_by_hand(wish->source); !by_hand)
        return by_hand.error();
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
        .asks({"state", "settled", "to", "about", "account", "after", "limit"})
        .gives<http::Page<PromiseRow>>();
    table.get("/api/v1/promises/counts", Right::read_promises, get_counts)
        .says("How many promises are open, due today, late, kept, broken, withdrawn")
        .gives<Counts>();
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
