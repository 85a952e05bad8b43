#include "team/tokens.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "team/facts.hpp"

namespace tellfirst::team {
namespace {

constexpr std::chrono::hours usual_life{365 * 24};
constexpr std::size_t longest_name = 200;

// The person behind the caller; none behind the system or a token of the command line.
std::optional<PersonId> person_behind(Call& call)
{
    if (call.actor.kind == Actor::Kind::person)
        return PersonId{call.actor.id};
    if (call.actor.kind == Actor::Kind::token)
        if (auto const token = store::token(call.tx, TokenId{call.actor.id}))
            return token->made_by;
    return std::nullopt;
}

bool has_all(RightSet holder, RightSet wanted)
{
    return (holder & wanted) == wanted;
}

// Otherwise a token that ends tomorrow could give itself a successor for a year.
bool is_token_without_leave(Actor const& actor)
{
    return actor.kind == Actor::Kind::token && !actor.rights.has(Right::manage_tokens);
}

}  // namespace

RightSet rights_of(store::StoredToken const& token)
{
    if (!token.narrowed)
        return rights_of(token.role);
    RightSet narrowed{Right::signed_in};
    for (auto const right : *token.narrowed)
        narrowed = narrowed | RightSet{right};
    return narrowed & rights_of(token.role);
}

Token shown(store::StoredToken const& token)
{
    return {
        .id = token.id,
        .name = token.name,
        .role = token.role,
        .rights = list_of(rights_of(token)),
        .created_at = token.created_at,
        .expires_at = token.expires_at,
        .revoked_at = token.revoked_at};
}

bool is_alive(store::StoredToken const& token, Instant now)
{
    return !token.revoked_at && now < token.expires_at;
}

std::vector<Token> list_tokens(Call& call, std::optional<TokenId> after, int limit)
{
    auto const maker = person_behind(call);
    bool const all = call.actor.rights.has(Right::manage_tokens);
    std::vector<Token> list;
    if (!all && !maker)
        return list;
    for (auto const& token : store::tokens(call.tx, all ? std::nullopt : maker, after, limit))
        list.push_back(shown(token));
    return list;
}

Result<MadeToken> create_token(Call& call, NewToken const& wish)
{
    std::string const name{trim(wish.name)};
    if (name.empty() || name.size() > longest_name)
        return invalid("token.needs_name", "name", "Say in a few words what the token is for.");
    store::StoredToken const token{
        .id = call.new_id<TokenId>(),
        .name = name,
        .role = wish.role,
        .narrowed = wish.rights,
        .made_by = person_behind(call),
        .created_at = call.now,
        .expires_at = wish.expires_at.value_or(call.now + usual_life)};
    if (token.expires_at <= call.now)
        return invalid("token.expired", "expires_at", "This moment has passed.");
    if (is_token_without_leave(call.actor) || !has_all(call.actor.rights, rights_of(token)))
        return Problem{
            .kind = Refusal::forbidden,
            .code = "token.too_wide",
            .detail = "A token gets only rights that you have yourself.",
            .field = wish.rights ? "rights" : "role"};

    auto const secret = "tf_" + random_secret();
    store::insert_token(call.tx, token, sha256(secret));
    call.tell(TokenCreated{.token = token.id, .role = token.role});
    return MadeToken{.token = shown(token), .secret = secret};
}

Result<Token> revoke_token(Call& call, TokenId id)
{
    auto token = store::token(call.tx, id);
    if (!token)
        return not_found("token");
    bool const own = token->made_by && token->made_by == person_behind(call);
    if (!own && !call.actor.rights.has(Right::manage_tokens))
        return not_found("token");
    if (token->revoked_at)
        return shown(*token);
    token->revoked_at = call.now;
    store::revoke(call.tx, id, call.now);
    call.tell(TokenRevoked{.token = id});
    return shown(*token);
}

}  // namespace tellfirst::team
