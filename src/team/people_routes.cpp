#include "team/roster.hpp"
#include "team/routes.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::team {
namespace {

struct ChangePerson {
    std::optional<Role> role;
    std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(ChangePerson, (), (role, disabled))

struct MadeLink {
    std::string url;  // shown once
};
BOOST_DESCRIBE_STRUCT(MadeLink, (), (url))

Result<http::Reply> get_people(http::Request const& request, Call& call)
{
    return http::list<PersonId>(
        request, [&](auto after, int most) { return people(call.tx, after, most); });
}

Result<http::Reply> get_person(http::Request const& request, Call& call)
{
    auto const id = request.id<PersonId>("person");
    if (!id)
        return id.error();
    auto const person = find_person(call.tx, *id);
    if (!person)
        return not_found("person");
    return http::ok(to_json(*person));
}

Result<http::Reply> post_person(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewPerson>();
    if (!wish)
        return wish.error();
    auto const person = add_person(call, *wish);
    if (!person)
        return person.error();
    return http::created("/api/v1/people/" + person->id.text(), to_json(*person));
}

Result<http::Reply> patch_person(http::Request const& request, Call& call)
{
    auto const id = request.id<PersonId>("person");
    if (!id)
        return id.error();
    auto const wish = request.body_as<ChangePerson>();
    if (!wish)
        return wish.error();
    auto const before = find_person(call.tx, *id);
    if (!before)
        return not_found("person");
    if (auto const fresh = request.check_version(before->version); !fresh)
        return fresh.error();

    Result<Person> person = *before;
    if (wish->role)
        person = change_role(call, *id, *wish->role);
    if (person && wish->disabled)
        person = *wish->disabled ? disable(call, *id) : enable(call, *id);
    if (!person)
        return person.error();
    return http::ok(to_json(*person));
}

Result<http::Reply> post_link(http::Request const& request, Call& call)
{
    auto const id = request.id<PersonId>("person");
    if (!id)
        return id.error();
    auto const secret = password_link(call, *id);
    if (!secret)
        return secret.error();
    auto const url = link_url(call.settings, *secret);
    return http::created(url, to_json(MadeLink{.url = url}));
}

Result<http::Reply> post_second_factor_off(http::Request const& request, Call& call)
{
    auto const id = request.id<PersonId>("person");
    if (!id)
        return id.error();
    auto const person = turn_off_second_factor(call, *id);
    if (!person)
        return person.error();
    return http::ok(to_json(*person));
}

Result<http::Reply> get_roster(http::Request const&, Call& call)
{
    return http::ok(to_json(roster(call.tx)));
}

Result<http::Reply> put_roster(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<Roster>();
    if (!wish)
        return wish.error();
    auto const saved = set_roster(call, *wish);
    if (!saved)
        return saved.error();
    return http::ok(to_json(*saved));
}

}  // namespace

void add_people_routes(http::Table& table)
{
    table.get("/api/v1/people", Right::read_team, get_people)
        .says("The team, by name")
        .asks({"after", "limit"})
        .gives<http::Page<Person>>();
    table.post("/api/v1/people", Right::manage_team, post_person)
        .says("Add somebody; he comes in by a password link")
        .takes<NewPerson>()
        .gives<Person>(201);
    table.get("/api/v1/people/{id}", Right::read_team, get_person)
        .says("One of the team")
        .gives<Person>();
    table.patch("/api/v1/people/{id}", Right::manage_team, patch_person)
        .says("Change the role, disable or enable; ends sessions and tokens at once")
        .takes<ChangePerson>()
        .gives<Person>();
    table.post("/api/v1/people/{id}/password-link", Right::manage_team, post_link)
        .says("A link that works once, by which this person sets a password")
        .gives<MadeLink>(201)
        .holds_secret();
    table.post("/api/v1/people/{id}/second-factor/off", Right::manage_team, post_second_factor_off)
        .says("For whoever lost his authenticator: the password is enough; ends his sessions")
        .gives<Person>();
    table.get("/api/v1/roster", Right::read_team, get_roster)
        .says("Who is paged, the first first")
        .gives<Roster>();
    table.put("/api/v1/roster", Right::manage_team, put_roster)
        .says("Say who is paged")
        .takes<Roster>()
        .gives<Roster>();
}

}  // namespace tellfirst::team
