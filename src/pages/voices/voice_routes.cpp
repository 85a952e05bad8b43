#include "pages/voices/voice_routes.hpp"

#include "kernel/digest.hpp"
#include "pages/asked.hpp"
#include "pages/cookies.hpp"
#include "pages/portal/visitor.hpp"
#include "pages/voices/voices.hpp"
#include "wire/http/cross_site.hpp"
#include "wire/http/table.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

std::optional<ContactId> signed_in(http::Request const& request, Call& call)
{
    auto const secret = http::cookie_in(request.header("cookie"), contact_cookie, call.settings);
    return secret.empty() ? std::nullopt : accounts::contact_of_session(call, secret);
}

std::optional<Reader> reader_by(Call& call, Click const& click, std::optional<ContactId> contact)
{
    if (click.base != "/portal")
        return reader_at(call, click.base);
    auto const visitor = contact ? visitor_of(call, *contact) : std::nullopt;
    return visitor ? std::optional{reader_of(*visitor)} : std::nullopt;
}

// A click of somebody who may see what it is about.
struct Seen {
    Click click;
    Subject subject;
    status::Voice voice;  // without the key of his browser
    status::VoiceKind kind = status::VoiceKind::looked_at_workaround;
    bool has_room = true;
};

// Whatever does not lead on answers as an address that there is not.
Result<Seen> see(http::Request const& request, Call& call)
{
    auto click = read_click(request.path);
    if (!click)
        return http::no_such_path();
    auto const contact = signed_in(request, call);
    auto const reader = reader_by(call, *click, contact);
    auto subject = reader ? look_at_subject(call, click->subject, *reader) : std::nullopt;
    if (!subject)
        return http::no_such_path();
    auto const kind = kind_of(*click).value_or(status::VoiceKind::looked_at_workaround);
    status::Voice voice{
        .browser_key = {}, .contact = contact, .origin = origin_of(request, call, "voice")};
    bool const has_room = status::has_room_for_voices(call.tx, click->subject, kind, voice);
    return Seen{*std::move(click), *std::move(subject), std::move(voice), kind, has_room};
}

// His voice, and the cookie by which we know it again where he has none yet.
struct Speaker {
    status::Voice voice;
    std::optional<std::string> cookie;
};

Speaker speaker_of(http::Request const& request, Settings const& settings, Seen const& seen)
{
    auto const key = http::cookie_in(request.header("cookie"), voice_cookie, settings);
    Speaker speaker{.voice = seen.voice, .cookie = {}};
    speaker.voice.browser_key = key;
    if (key.empty() && !seen.voice.contact) {
        speaker.voice.browser_key = random_secret();
        speaker.cookie = http::set_cookie(voice_cookie, settings, speaker.voice.browser_key);
    }
    return speaker;
}

// Adds his voice, and to the reply the cookie by which we know it again. What he may see was looked
// at in a transaction of its own, so that clicks at the same time do not refuse each other.
Result<http::Reply>
speak(http::Request const& request, House& house, Seen const& seen, http::Reply reply)
{
    if (!seen.has_room)
        return reply;
    auto const speaker = speaker_of(request, house.settings, seen);
    auto const heard = house.write(Actor::nobody(), [&](Call& call) {
        return status::hear(call, seen.click.subject, seen.kind, speaker.voice);
    });
    if (!heard)
        return heard.error();
    if (speaker.cookie)
        reply.headers.emplace_back("set-cookie", *speaker.cookie);
    return reply;
}

Result<http::Reply> hear_click(http::Request const& request, House& house)
{
    if (http::is_from_elsewhere(request, house.settings.public_url))
        return Problem{
            .kind = Refusal::forbidden,
            .code = "http.cross_site",
            .detail = "Another site made your browser send this."};
    auto const seen = house.read(Actor::nobody(), [&](Call& call) { return see(request, call); });
    if (!seen)
        return seen.error();
    // The parameter passes by what the browser has kept of the page.
    auto heard = speak(request, house, *seen, http::see_other(seen->click.page + "?heard=1#heard"));
    if (heard)
        return heard;
    if (heard.error().kind == Refusal::conflict)  // over since he opened the page
        return http::see_other(seen->click.page);
    return http::no_such_path();
}

// Programs follow links, too; a browser that opens a page for somebody says so. Somebody else's
// page that leads here for its readers says nothing for them.
bool is_person(http::Request const& request, std::string_view public_url)
{
    return request.header("sec-fetch-dest") == "document" && request.method == "GET" &&
           !http::is_from_elsewhere(request, public_url);
}

// Leads to where the workaround is explained, and counts who goes.
Result<http::Reply> walk_to_workaround(http::Request const& request, House& house)
{
    auto const seen = house.read(Actor::nobody(), [&](Call& call) { return see(request, call); });
    if (!seen)
        return seen.error();
    auto const& workaround = seen->subject.workaround;
    if (!workaround || !workaround->url || !words::is_safe_link(*workaround->url))
        return http::no_such_path();
    auto reply = http::see_other(*workaround->url);
    reply.headers.emplace_back("referrer-policy", "no-referrer");
    if (!is_person(request, house.settings.public_url))
        return reply;
    auto counted = speak(request, house, *seen, reply);
    return counted ? counted : reply;
}

// Below each page that has them, in each language; the table keeps views of these.
constexpr std::array<std::string_view, 20> buttons{
    "/incidents/{id}/see-it-too",
    "/de/incidents/{id}/see-it-too",
    "/p/{token}/incidents/{id}/see-it-too",
    "/p/{token}/de/incidents/{id}/see-it-too",
    "/portal/incidents/{id}/see-it-too",
    "/incidents/{id}/helped",
    "/de/incidents/{id}/helped",
    "/p/{token}/incidents/{id}/helped",
    "/p/{token}/de/incidents/{id}/helped",
    "/portal/incidents/{id}/helped",
    "/issues/{id}/helped",
    "/de/issues/{id}/helped",
    "/p/{token}/issues/{id}/helped",
    "/p/{token}/de/issues/{id}/helped",
    "/portal/issues/{id}/helped",
    "/issues/{id}/affects-me",
    "/de/issues/{id}/affects-me",
    "/p/{token}/issues/{id}/affects-me",
    "/p/{token}/de/issues/{id}/affects-me",
    "/portal/issues/{id}/affects-me"};
constexpr std::array<std::string_view, 10> ways{
    "/incidents/{id}/workaround",           "/de/incidents/{id}/workaround",
    "/p/{token}/incidents/{id}/workaround", "/p/{token}/de/incidents/{id}/workaround",
    "/portal/incidents/{id}/workaround",    "/issues/{id}/workaround",
    "/de/issues/{id}/workaround",           "/p/{token}/issues/{id}/workaround",
    "/p/{token}/de/issues/{id}/workaround", "/portal/issues/{id}/workaround"};

}  // namespace

void add_voice_routes(http::Table& table)
{
    for (auto const path : buttons)
        table.work("POST", path, Right::anyone, hear_click)
            .says("A reader's voice: he sees it too, it affects him, the workaround helped.");
    for (auto const path : ways)
        table.work("GET", path, Right::anyone, walk_to_workaround)
            .says("Leads to where the workaround is explained.")
            .counts_strangers();
}

}  // namespace tellfirst::pages
