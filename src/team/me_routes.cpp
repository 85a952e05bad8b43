#include "kernel/digest.hpp"
#include "team/routes.hpp"
#include "team/second_factor.hpp"
#include "team/sessions.hpp"
#include "team/tokens.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::team {
namespace {

// Who the caller is: a person, or a token that acts without one.
struct Me {
    std::optional<Person> person;
    std::optional<Token> token;
    std::vector<Right> rights;
    bool second_factor = false;
    std::int64_t recovery_codes_left = 0;
};
BOOST_DESCRIBE_STRUCT(Me, (), (person, token, rights, second_factor, recovery_codes_left))

struct PasswordAgain {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordAgain, (), (password))

struct TypedCode {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(TypedCode, (), (code))

Problem not_a_person()
{
    return {
        .kind = Refusal::forbidden,
        .code = "me.not_a_person",
        .detail = "This is about a person who is signed in; a token is none."};
}

Result<Asker> asker_of(http::Request const& request, Settings const& settings)
{
    if (request.actor.kind != Actor::Kind::person)
        return not_a_person();
    auto const secret = http::cookie_in(request.header("cookie"), session_cookie, settings);
    return Asker{.actor = request.actor, .address = request.peer, .session = sha256(secret)};
}

Me me_of(Call& call, Actor const& actor)
{
    Me me{.rights = list_of(actor.rights)};
    if (actor.kind == Actor::Kind::person)
        me.person = find_person(call.tx, PersonId{actor.id});
    if (actor.kind == Actor::Kind::token)
        if (auto const token = store::token(call.tx, TokenId{actor.id}))
            me.token = shown(*token);
    if (me.person && me.person->second_factor) {
        me.second_factor = true;
        me.recovery_codes_left = store::recovery_codes_left(call.tx, me.person->id);
    }
    return me;
}

Result<http::Reply> get_me(http::Request const& request, Call& call)
{
    return http::ok(to_json(me_of(call, request.actor)));
}

Result<http::Reply> patch_me(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<ChangeMe>();
    if (!wish)
        return wish.error();
    auto const before = me_of(call, request.actor).person;
    if (!before)
        return not_a_person();
    if (auto const same = request.check_version(before->version); !same)
        return same.error();
    if (auto const changed = change_person(call, before->id, *wish); !changed)
        return changed.error();
    return http::ok(to_json(me_of(call, request.actor)));
}

// Most routes here: the caller proves by what is in the body that it is he, and gets something.
template <class Body, class Gives>
Result<Gives> proven(
    http::Request const& request, House& house, std::string Body::* typed,
    Result<Gives> (*verb)(House&, Asker const&, std::string_view))
{
    auto const asker = asker_of(request, house.settings);
    if (!asker)
        return asker.error();
    auto const body = request.body_as<Body>();
    if (!body)
        return body.error();
    return verb(house, *asker, (*body).*typed);
}

Result<http::Reply> post_second_factor(http::Request const& request, House& house)
{
    auto const begun = proven(request, house, &PasswordAgain::password, begin_second_factor);
    if (!begun)
        return begun.error();
    return http::created("/api/v1/me", to_json(*begun));
}

Result<http::Reply> post_confirm(http::Request const& request, House& house)
{
    auto const codes = proven(request, house, &TypedCode::code, confirm_second_factor);
    if (!codes)
        return codes.error();
    return http::created("/api/v1/me", to_json(*codes));
}

Result<http::Reply> post_recovery_codes(http::Request const& request, House& house)
{
    auto const codes = proven(request, house, &TypedCode::code, renew_recovery_codes);
    if (!codes)
        return codes.error();
    return http::created("/api/v1/me", to_json(*codes));
}

Result<http::Reply> post_off(http::Request const& request, House& house)
{
    auto const off = proven(request, house, &PasswordAgain::password, turn_off_own_second_factor);
    if (!off)
        return off.error();
    return http::ok(
        house.read(request.actor, [&](Call& call) { return to_json(me_of(call, request.actor)); }));
}

}  // namespace

void add_me_routes(http::Table& table)
{
    table.get("/api/v1/me", Right::signed_in, get_me)
        .says("Who you are and what you may do")
        .gives<Me>();
    table.patch("/api/v1/me", Right::signed_in, patch_me)
        .says("Change your name, your language or your time zone")
        .takes<ChangeMe>()
        .gives<Me>();
    table.work("POST", "/api/v1/me/second-factor", Right::signed_in, post_second_factor)
        .says("A secret for your authenticator; in force when a first code has confirmed it")
        .takes<PasswordAgain>()
        .gives<Enrolment>(201)
        .holds_secret();
    table.work("POST", "/api/v1/me/second-factor/confirm", Right::signed_in, post_confirm)
        .says("Turn your second factor on; ends your other sessions, shows your recovery codes")
        .takes<TypedCode>()
        .gives<RecoveryCodes>(201)
        .holds_secret();
    table
        .work(
            "POST", "/api/v1/me/second-factor/recovery-codes", Right::signed_in,
            post_recovery_codes)
        .says("New recovery codes instead of the old ones, shown this once")
        .takes<TypedCode>()
        .gives<RecoveryCodes>(201)
        .holds_secret();
    table.work("POST", "/api/v1/me/second-factor/off", Right::signed_in, post_off)
        .says("Turn your second factor off; ends your other sessions")
        .takes<PasswordAgain>()
        .gives<Me>();
}

}  // namespace tellfirst::team
