#include "team/links.hpp"

#include "kernel/digest.hpp"
#include "team/facts.hpp"
#include "team/password.hpp"
#include "team/sessions.hpp"

namespace tellfirst::team {
namespace {

// Whoever installs us reads the terminal now; whoever is invited reads his mail by tomorrow.
constexpr std::chrono::hours link_life{24};

std::string make_link(Call& call, store::Link const& link)
{
    auto secret = random_secret();
    store::put_link(call.tx, sha256(secret), link);
    return secret;
}

Result<Person> may_have_link(Call& call, PersonId id)
{
    auto const person = store::person(call.tx, id);
    if (!person)
        return not_found("person");
    if (person->disabled)
        return conflict("person.disabled", "Enable this person first.");
    return *person;
}

Problem spent()
{
    return {
        .kind = Refusal::not_found,
        .code = "link.spent",
        .detail = "This link was used, replaced or is too old. Ask for a new one."};
}

// Name and address of whoever the link is for: his own, or those he gives as the first owner.
Result<NewPerson> owner_of(Call& call, store::Link const& link, LinkForm const& form)
{
    if (link.enters)
        return spent();
    if (link.person) {
        auto const person = store::person(call.tx, *link.person);
        if (!person || person->disabled)
            return spent();
        return NewPerson{.name = person->name, .email = person->email, .role = person->role};
    }
    auto const email = Email::parse(form.email);
    if (!email)
        return invalid("person.bad_email", "email", "This is not an address.");
    return NewPerson{.name = form.name, .email = *email, .role = Role::owner};
}

Result<Person> person_for(Call& call, store::Link const& link, NewPerson const& wish)
{
    if (!link.person)
        return add_person(call, wish);
    auto const person = store::person(call.tx, *link.person);
    if (!person || person->disabled)
        return spent();
    return *person;
}

// Of two who spend it at once, one has it.
Result<store::Link> take(Call& call, std::string_view secret)
{
    auto const link = open_link(call, secret);
    if (!link)
        return link.error();
    if (!store::take_link(call.tx, sha256(secret)))
        return spent();
    return *link;
}

MaybeSession let_in(Call& call, Person const& person)
{
    if (person.second_factor)
        return std::nullopt;
    return open_session(call, person.id);
}

}  // namespace

std::optional<std::string> first_owner_link(Call& call)
{
    if (!store::owners(call.tx).empty())
        return std::nullopt;
    return make_link(call, {.person = {}, .expires_at = call.now + link_life});
}

Result<std::string> password_link(Call& call, PersonId id)
{
    auto const person = may_have_link(call, id);
    if (!person)
        return person.error();
    return make_link(call, {.person = id, .expires_at = call.now + link_life});
}

Result<std::string> entry_link(Call& call, PersonId id, Duration valid_for)
{
    auto const person = may_have_link(call, id);
    if (!person)
        return person.error();
    return make_link(call, {.person = id, .enters = true, .expires_at = call.now + valid_for});
}

std::string link_url(Settings const& settings, std::string_view secret)
{
    return fmt::format("{}/sign-in/{}", settings.public_url, secret);
}

Result<store::Link> open_link(Call& call, std::string_view secret)
{
    auto const link = store::link(call.tx, sha256(secret));
    bool const too_late = !link || call.now >= link->expires_at;
    if (too_late || (!link->person && !store::owners(call.tx).empty()))
        return spent();
    return *link;
}

Result<MaybeSession> spend_link(House& house, std::string const& secret, LinkForm const& form)
{
    auto const wish = house.read(Actor::nobody(), [&](Call& call) -> Result<NewPerson> {
        auto const link = open_link(call, secret);
        if (!link)
            return link.error();
        return owner_of(call, *link, form);
    });
    if (!wish)
        return wish.error();
    if (auto const good = check_password(form.password, wish->name, wish->email.text()); !good)
        return good.error();
    auto const hash = hash_password(form.password);

    return house.write(Actor::nobody(), [&](Call& call) -> Result<MaybeSession> {
        auto const link = take(call, secret);
        if (!link)
            return link.error();
        auto const person = person_for(call, *link, *wish);
        if (!person)
            return person.error();
        store::set_password_hash(call.tx, person->id, hash);
        store::end_sessions_of(call.tx, person->id);
        call.tell(PasswordSet{.person = person->id});
        return let_in(call, *person);
    });
}

Result<MaybeSession> enter_by_link(House& house, std::string const& secret)
{
    return house.write(Actor::nobody(), [&](Call& call) -> Result<MaybeSession> {
        auto const link = take(call, secret);
        if (!link)
            return link.error();
        if (!link->enters)
            return spent();
        auto const person = person_for(call, *link, {});
        if (!person)
            return person.error();
        return let_in(call, *person);
    });
}

}  // namespace tellfirst::team
