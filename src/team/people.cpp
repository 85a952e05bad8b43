#include "kernel/text.hpp"
#include "team/facts.hpp"
#include "team/store.hpp"

#include <absl/time/time.h>

namespace tellfirst::team {
namespace {

constexpr std::size_t longest_name = 200;

Result<Person> load(Call& call, PersonId id)
{
    auto const person = store::person(call.tx, id);
    if (!person)
        return not_found("person");
    return *person;
}

Result<std::string> trimmed_name(std::string_view typed)
{
    std::string name{trim(typed)};
    if (name.empty())
        return invalid("person.needs_name", "name", "Say what others call him or her.");
    if (name.size() > longest_name)
        return invalid("person.name_too_long", "name", "Take at most 200 characters.");
    return name;
}

// In which words and by which clock he reads.
Result<void> check_reading(std::string_view language, std::string const& zone)
{
    if (language != "en" && language != "de")
        return invalid("person.unknown_language", "language", "We speak en and de.");
    absl::TimeZone found;
    if (!absl::LoadTimeZone(zone, &found))
        return invalid(
            "person.unknown_zone", "zone", "Take a name such as Europe/Berlin or Etc/UTC.");
    return {};
}

// Somebody must be left who can let others in.
bool is_last_owner(Call& call, Person const& person)
{
    auto const owners = store::owners(call.tx);
    return owners.size() == 1 && owners.front().id == person.id;
}

Problem last_owner()
{
    return conflict(
        "person.last_owner",
        "Make somebody else an owner first; nobody could let people in any more.");
}

Person save_changed(Call& call, Person person)
{
    ++person.version;
    store::save(call.tx, person);
    call.tell(PersonChanged{.person = person.id, .role = person.role, .disabled = person.disabled});
    return person;
}

// What was opened under the old rights must not outlive them.
void end_all_of(Call& call, PersonId id)
{
    store::end_sessions_of(call.tx, id);
    store::revoke_tokens_of(call.tx, id, call.now);
    store::drop_link_of(call.tx, id);
}

}  // namespace

Result<Person> add_person(Call& call, NewPerson const& wish)
{
    auto const name = trimmed_name(wish.name);
    if (!name)
        return name.error();
    if (auto const good = check_reading(wish.language, wish.zone); !good)
        return good.error();
    if (store::person_by_email(call.tx, wish.email))
        return invalid("person.email_taken", "email", "Somebody of the team has this address.");

    Person const person{
        .id = call.new_id<PersonId>(),
        .name = *name,
        .email = wish.email,
        .role = wish.role,
        .language = wish.language,
        .zone = wish.zone,
        .created_at = call.now};
    store::insert(call.tx, person);
    call.tell(PersonAdded{.person = person.id, .role = person.role});
    return person;
}

std::optional<Person> find_person(db::Tx& tx, PersonId id)
{
    return store::person(tx, id);
}

std::optional<Person> find_person_by_email(db::Tx& tx, Email const& email)
{
    return store::person_by_email(tx, email);
}

std::vector<Person> people(db::Tx& tx, std::optional<PersonId> after, int limit)
{
    return store::people(tx, after, limit);
}

Result<Person> change_role(Call& call, PersonId id, Role role)
{
    auto person = load(call, id);
    if (!person)
        return person.error();
    if (person->role == role)
        return *person;
    if (is_last_owner(call, *person))
        return last_owner();
    person->role = role;
    end_all_of(call, id);
    return save_changed(call, *person);
}

Result<Person> disable(Call& call, PersonId id)
{
    auto person = load(call, id);
    if (!person)
        return person.error();
    if (person->disabled)
        return *person;
    if (is_last_owner(call, *person))
        return last_owner();
    person->disabled = true;
    end_all_of(call, id);
    return save_changed(call, *person);
}

Result<Person> enable(Call& call, PersonId id)
{
    auto person = load(call, id);
    if (!person)
        return person.error();
    if (!person->disabled)
        return *person;
    person->disabled = false;
    return save_changed(call, *person);
}

Result<Person> change_person(Call& call, PersonId id, ChangeMe const& wish)
{
    auto person = load(call, id);
    if (!person)
        return person.error();
    auto const name = trimmed_name(wish.name.value_or(person->name));
    if (!name)
        return name.error();
    person->name = *name;
    person->language = wish.language.value_or(person->language);
    person->zone = wish.zone.value_or(person->zone);
    if (auto const good = check_reading(person->language, person->zone); !good)
        return good.error();
    return save_changed(call, *person);
}

}  // namespace tellfirst::team
