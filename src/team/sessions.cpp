#include "team/sessions.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "team/facts.hpp"

namespace tellfirst::team {
namespace {

std::string cookie(Settings const& settings, std::string_view secret, std::chrono::seconds age)
{
    bool const https = settings.public_url.starts_with("https:");
    return fmt::format(
        "{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(settings), secret,
        age.count(), https ? "; Secure" : "");
}

}  // namespace

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

std::string_view cookie_name(Settings const& settings)
{
    return settings.public_url.starts_with("https:") ? "__Host-tellfirst" : "tellfirst";
}

std::string cookie_with(Settings const& settings, std::string_view secret)
{
    return cookie(settings, secret, longest_session);
}

std::string cookie_cleared(Settings const& settings)
{
    return cookie(settings, "", std::chrono::seconds{0});
}

std::string_view cookie_value(std::string_view header, std::string_view name)
{
    for (auto const part : split(header, ';')) {
        auto const pair = trim(part);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
    }
    return {};
}

}  // namespace tellfirst::team
