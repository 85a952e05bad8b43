#include "wire/http/answer.hpp"

#include "kernel/digest.hpp"
#include "wire/http/store.hpp"

#include <algorithm>

namespace tellfirst::http {
namespace {

// A UUID has 36; ten times that is still a key and no document.
constexpr std::size_t longest_key = 255;

[[nodiscard]] bool is_key(std::string_view key)
{
    auto const is_visible = [](char c) { return c > ' ' && c < 127; };
    return key.size() <= longest_key && std::ranges::all_of(key, is_visible);
}

[[nodiscard]] Reply replayed(store::KeptAnswer const& kept)
{
    Reply reply{
        .status = static_cast<int>(kept.status),
        .body = kept.body.bytes,
        .type = kept.type,
        .headers = {kept.headers.begin(), kept.headers.end()}};
    reply.headers.emplace_back("idempotency-replayed", "true");
    return reply;
}

[[nodiscard]] Result<Reply>
answer_once(Route const& route, Request const& request, Call& call, std::string const& key)
{
    if (!is_key(key))
        return Problem{
            .kind = Refusal::malformed,
            .code = "http.bad_idempotency_key",
            .detail = "Idempotency-Key takes 1 to 255 visible ASCII characters."};
    auto const scope = request.actor.text() + ' ' + request.path;
    auto const hash = to_hex(sha256(request.query + '\n' + request.body));
    store::forget_one(call.tx, scope, key, call.now - answers_kept);
    if (!store::claim(call.tx, scope, key, hash, call.now)) {
        auto const kept = store::find(call.tx, scope, key);
        if (kept && kept->request_hash == hash)
            return replayed(*kept);
        return invalid(
            "http.idempotency_reused", "",
            "This Idempotency-Key was used for another request; make a new key.");
    }
    auto reply = route.handler(request, call);
    if (!reply)
        return reply.error();
    store::keep(
        call.tx, scope, key,
        {.request_hash = hash,
         .status = reply->status,
         .type = reply->type,
         .headers = {reply->headers.begin(), reply->headers.end()},
         .body = {reply->body}});
    return reply;
}

}  // namespace

Result<void> check_right(Right right, Actor const& actor)
{
    if (right == Right::anyone)
        return {};
    if (actor.kind == Actor::Kind::nobody)
        return Problem{
            .kind = Refusal::unauthenticated,
            .code = "http.sign_in",
            .detail = "Sign in, or send a token as \"Authorization: Bearer ...\"."};
    bool const is_ours = actor.kind == Actor::Kind::person || actor.kind == Actor::Kind::token;
    if (right == Right::signed_in ? is_ours : actor.rights.has(right))
        return {};
    return Problem{
        .kind = Refusal::forbidden,
        .code = "http.right_missing",
        .detail = fmt::format("This takes the right {}.", name_of(right))};
}

Result<Actor>
admit(Route const& route, Request const& request, Call& call, Resolver const& resolver)
{
    auto actor = resolver(request, call);
    if (!actor && route.right == Right::anyone)
        return Actor::nobody();
    if (!actor)
        return actor.error();
    if (auto const may = check_right(route.right, *actor); !may)
        return may.error();
    return actor;
}

Result<Reply> answer(Route const& route, Request& request, Call& call, Resolver const& resolver)
{
    auto const actor = admit(route, request, call, resolver);
    if (!actor)
        return actor.error();
    request.actor = *actor;
    call.actor = *actor;

    // Nobody's key is no key: anybody could ask for the answer.
    std::string const key{request.header("idempotency-key")};
    bool const once = request.method == "POST" && !key.empty() && !route.secret &&
                      actor->kind != Actor::Kind::nobody;
    return once ? answer_once(route, request, call, key) : route.handler(request, call);
}

std::int64_t forget_old_answers(Call& call)
{
    return store::forget(call.tx, call.now - answers_kept);
}

}  // namespace tellfirst::http
