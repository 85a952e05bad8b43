#include "team/links.hpp"

#include "kernel/digest.hpp"
#include "team/facts.hpp"
#include "team/password.hpp"
#include "team/sessions.hpp"

namespace tellfirst::team {
namespace {

// Whoever installs us reads the terminal now; whoever is invited reads his mail by tomorrow.
constexpr std::chrono::hours link_life{24};

std::string make_link(Call& call, std::optional<PersonId> person)
{
    auto secret = random_secret();
    store::put_link(call.tx, sha256(secret), person, call.now + link_life);
    return secret;
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

}  // namespace

std::optional<std::string> first_owner_link(Call& call)
{
    if (!store::owners(call.tx).empty())
        return std::nullopt;
    return make_link(call, std::nullopt);
}

Result<std::string> password_link(Call& call, PersonId id)
{
    auto const person = store::person(call.tx, id);
    if (!person)
        return not_found("person");
    if (person->disabled)
        return Problem{
            .kind = Refusal::conflict,
            .code = "person.disabled",
            .detail = "Enable this person first."};
    return make_link(call, id);
}

Result<store::Link> open_link(Call& call, std::string_view secret)
{
    auto const link = store::link(call.tx, sha256(secret));
    bool const too_late = !link || call.now >= link->expires_at;
    if (too_late || (!link->person && !store::owners(call.tx).empty()))
        return spent();
    return *link;
}

Result<std::string> spend_link(House& house, std::string const& secret, LinkForm const& form)
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

    return house.write(Actor::nobody(), [&](Call& call) -> Result<std::string> {
        auto const link = open_link(call, secret);
        if (!link)
            return link.error();
        if (!store::take_link(call.tx, sha256(secret)))
            return spent();
        auto const person = person_for(call, *link, *wish);
        if (!person)
            return person.error();
        store::set_password_hash(call.tx, person->id, hash);
        store::end_sessions_of(call.tx, person->id);
        call.tell(PasswordSet{.person = person->id});
        return open_session(call, person->id);
    });
}

}  // namespace tellfirst::team
