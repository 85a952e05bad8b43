#include "team/second_factor.hpp"

#include "kernel/digest.hpp"
#include "kernel/log.hpp"
#include "kernel/secret_box.hpp"
#include "team/attempts.hpp"
#include "team/facts.hpp"
#include "team/password.hpp"
#include "team/recovery_codes.hpp"
#include "team/totp.hpp"

namespace tellfirst::team {
namespace {

Problem wrong_password()
{
    return invalid("me.wrong_password", "password", "This is not your password.");
}

Problem wrong_code()
{
    return invalid(
        "second_factor.wrong_code", "code",
        "This code is wrong, too old or was used. Wait for the next one; is the clock right?");
}

Problem is_on()
{
    return conflict("second_factor.is_on", "Your second factor is on already. Turn it off first.");
}

// The database alone gives nobody's secret away, and no secret can be given to somebody else.
std::string key_of(Settings const& settings, PersonId person)
{
    return hmac_sha256(settings.secret, "second factor of " + person.text());
}

Result<Person> me(Call& call, Asker const& asker)
{
    auto const person = store::person(call.tx, PersonId{asker.actor.id});
    if (!person)
        return not_found("person");
    return *person;
}

Result<Person> count_guess(House& house, Asker const& asker)
{
    return house.write(asker.actor, [&](Call& call) -> Result<Person> {
        auto const person = me(call, asker);
        if (!person)
            return person.error();
        if (auto const may = count_attempt(call, asker.address, person->email); !may)
            return may.error();
        return person;
    });
}

Result<void> prove_password(House& house, Asker const& asker, std::string_view password)
{
    auto const person = count_guess(house, asker);
    if (!person)
        return person.error();
    auto const hash = house.read(
        asker.actor, [&](Call& call) { return store::password_hash(call.tx, person->id); });
    if (!is_password(hash, password))
        return wrong_password();
    house.write(
        asker.actor, [&](Call& call) { forgive_attempts(call, asker.address, person->email); });
    return {};
}

bool use_authenticator(Call& call, PersonId person, std::string_view code)
{
    auto const factor = store::second_factor(call.tx, person);
    if (!factor)
        return false;
    auto const secret = unlock(key_of(call.settings, person), factor->secret.bytes);
    if (!secret) {
        log::warning("team.second_factor_unreadable", {{"person", person.text()}});
        return false;
    }
    std::string digits{code};
    std::erase(digits, ' ');  // authenticators show two groups of three
    auto const step = totp_match(*secret, digits, call.now, factor->last_step);
    return step && store::take_step(call.tx, person, *step);
}

Person save(Call& call, Person person, bool on)
{
    person.second_factor = on;
    ++person.version;
    store::save(call.tx, person);
    return person;
}

Person turn_off(Call& call, Person const& person)
{
    if (!person.second_factor)
        return person;
    store::drop_second_factor(call.tx, person.id);
    call.tell(SecondFactorTurnedOff{.person = person.id});
    return save(call, person, false);
}

}  // namespace

Result<Enrolment> begin_second_factor(House& house, Asker const& asker, std::string_view password)
{
    if (auto const proven = prove_password(house, asker, password); !proven)
        return proven.error();
    return house.write(asker.actor, [&](Call& call) -> Result<Enrolment> {
        auto const person = me(call, asker);
        if (!person)
            return person.error();
        if (person->second_factor)
            return is_on();
        auto const secret = random_bytes(totp_secret_bytes);
        store::put_second_factor(
            call.tx, person->id,
            {.secret = {lock_away(key_of(call.settings, person->id), secret)}, .last_step = 0});
        auto const issuer = "Tellfirst " + call.settings.domain;
        return Enrolment{
            .secret = to_base32(secret), .uri = totp_uri(issuer, person->email.text(), secret)};
    });
}

Result<RecoveryCodes> confirm_second_factor(House& house, Asker const& asker, std::string_view code)
{
    if (auto const counted = count_guess(house, asker); !counted)
        return counted.error();
    return house.write(asker.actor, [&](Call& call) -> Result<RecoveryCodes> {
        auto const person = me(call, asker);
        if (!person)
            return person.error();
        if (person->second_factor)
            return is_on();
        if (!store::second_factor(call.tx, person->id))
            return conflict(
                "second_factor.not_begun",
                "Ask for a secret first; a code confirms that your device has it.");
        if (!use_authenticator(call, person->id, code))
            return wrong_code();
        forgive_attempts(call, asker.address, person->email);
        save(call, *person, true);
        store::end_other_sessions_of(call.tx, person->id, asker.session);
        call.tell(SecondFactorTurnedOn{.person = person->id});
        return RecoveryCodes{make_recovery_codes(call, person->id)};
    });
}

Result<RecoveryCodes> renew_recovery_codes(House& house, Asker const& asker, std::string_view code)
{
    if (auto const counted = count_guess(house, asker); !counted)
        return counted.error();
    return house.write(asker.actor, [&](Call& call) -> Result<RecoveryCodes> {
        auto const person = me(call, asker);
        if (!person)
            return person.error();
        if (!person->second_factor)
            return conflict(
                "second_factor.is_off",
                "Your second factor is off; turn it on, and you get codes.");
        if (!use_authenticator(call, person->id, code))
            return wrong_code();
        forgive_attempts(call, asker.address, person->email);
        return RecoveryCodes{make_recovery_codes(call, person->id)};
    });
}

Result<Person>
turn_off_own_second_factor(House& house, Asker const& asker, std::string_view password)
{
    if (auto const proven = prove_password(house, asker, password); !proven)
        return proven.error();
    return house.write(asker.actor, [&](Call& call) -> Result<Person> {
        auto const person = me(call, asker);
        if (!person)
            return person.error();
        store::end_other_sessions_of(call.tx, person->id, asker.session);
        return turn_off(call, *person);
    });
}

Result<Person> turn_off_second_factor(Call& call, PersonId id)
{
    // A browser left open, or a stolen token, is not enough to take one's own away.
    if (call.actor.kind == Actor::Kind::token)
        return Problem{
            .kind = Refusal::forbidden,
            .code = "second_factor.needs_a_person",
            .detail = "A person must do this in the console, not a token."};
    if (call.actor.kind == Actor::Kind::person && call.actor.id == id.value())
        return conflict(
            "second_factor.is_yours",
            "Turn your own second factor off under your name: it asks for your password.");
    auto const person = store::person(call.tx, id);
    if (!person)
        return not_found("person");
    if (person->second_factor)
        store::end_sessions_of(call.tx, id);
    return turn_off(call, *person);
}

bool use_code(Call& call, PersonId person, std::string_view code)
{
    return use_authenticator(call, person, code) || use_recovery_code(call, person, code);
}

}  // namespace tellfirst::team
