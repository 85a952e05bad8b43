#include "team/sessions.hpp"

#include "kernel/digest.hpp"
#include "team/facts.hpp"

namespace tellfirst::team {

bool is_alive(store::Session const& session, Instant now)
{
    return !session.disabled && now - session.last_seen_at < longest_idle &&
           now - session.created_at < longest_session;
}

std::string open_session(Call& call, PersonId person)
{
    store::drop_sessions_unseen_since(call.tx, call.now - longest_idle);
    auto const secret = random_secret();
    store::insert_session(call.tx, call.new_id<SessionId>(), sha256(secret), person, call.now);
    call.tell(SignedIn{.person = person});
    return secret;
}

}  // namespace tellfirst::team
