#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "team/sessions.hpp"
#include "team/tokens.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::team {
namespace {

constexpr std::string_view scheme = "bearer ";  // in any case (RFC 9110 section 11.1)

Result<Actor> by_token(Call& call, std::string_view secret)
{
    auto const token = store::token_by_hash(call.tx, sha256(secret));
    if (!token || !is_alive(*token, call.now))
        return Problem{
            .kind = Refusal::unauthenticated,
            .code = "team.bad_token",
            .detail = "This token is unknown, expired or revoked."};
    return Actor{.kind = Actor::Kind::token, .id = token->id.value(), .rights = rights_of(*token)};
}

// A request that only reads runs on a snapshot that nothing can be written to.
bool may_write(http::Request const& request)
{
    return request.method != "GET" && request.method != "HEAD";
}

// Marks the session as seen where that is worth a commit. What only reads runs on a snapshot; its
// mark is written behind it, and where that fails, the next request's will be.
void mark_seen(
    http::Request const& request, Call& call, store::Session const& session, db::Database& database)
{
    auto const unseen_for = call.now - session.last_seen_at;
    if (may_write(request)) {
        if (unseen_for >= seen_again_after)
            store::touch_session(call.tx, session.id, call.now);
    } else if (unseen_for >= seen_reading_after) {
        auto const mark = [id = session.id, now = call.now](db::Tx& tx) {
            store::touch_session(tx, id, now);
            return true;
        };
        database.write(mark, [](db::Outcome const&) {});
    }
}

Result<Actor> by_session(
    http::Request const& request, Call& call, std::string_view secret, db::Database& database)
{
    auto const session = store::session(call.tx, sha256(secret));
    if (!session || !is_alive(*session, call.now))
        return Problem{
            .kind = Refusal::unauthenticated,
            .code = "team.session_ended",
            .detail = "You are not signed in any more."};
    mark_seen(request, call, *session, database);
    return Actor{
        .kind = Actor::Kind::person,
        .id = session->person.value(),
        .rights = rights_of(session->role)};
}

}  // namespace

Result<Actor> caller_of(http::Request const& request, Call& call, db::Database& database)
{
    auto const header = request.header("authorization");
    if (ascii_lower(header.substr(0, scheme.size())) == scheme)
        return by_token(call, trim(header.substr(scheme.size())));
    auto const secret = http::cookie_in(request.header("cookie"), session_cookie, call.settings);
    if (!secret.empty())
        return by_session(request, call, secret, database);
    return Actor::nobody();
}

}  // namespace tellfirst::team
