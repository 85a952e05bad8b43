#pragma once
// The door of team: who we are. People, rights, sessions, tokens, who is on duty.
#include "db/db.hpp"
#include "kernel/email.hpp"

namespace tellfirst::http {
class Table;
struct Request;
}  // namespace tellfirst::http

namespace tellfirst::team {

enum class Role { owner, lead, agent, auditor };
BOOST_DESCRIBE_ENUM(Role, owner, lead, agent, auditor)

[[nodiscard]] RightSet rights_of(Role role);

// As a list, in the order of Right; `anyone` is no right that somebody has.
[[nodiscard]] std::vector<Right> list_of(RightSet rights);

struct Person {
    PersonId id;
    std::string name;
    Email email;
    Role role = Role::agent;
    std::string language = "en";
    std::string zone = "Etc/UTC";
    bool disabled = false;
    bool second_factor = false;  // signing in takes a code, too
    Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Person, (),
    (id, name, email, role, language, zone, disabled, second_factor, created_at, version))

struct NewPerson {
    static constexpr std::array<std::string_view, 2> required{"name", "email"};
    std::string name;
    Email email;
    Role role = Role::agent;
    std::string language = "en";
    std::string zone = "Etc/UTC";
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (name, email, role, language, zone))

// Errors person.email_taken, person.needs_name, person.unknown_zone, person.unknown_language.
[[nodiscard]] Result<Person> add_person(Call& call, NewPerson const& wish);
[[nodiscard]] std::optional<Person> find_person(db::Tx& tx, PersonId id);
[[nodiscard]] std::optional<Person> find_person_by_email(db::Tx& tx, Email const& email);
// The name of the person or token that Actor::text() means; "" where it means somebody else.
[[nodiscard]] std::string name_of_actor(db::Tx& tx, std::string_view actor);
// By name, then id; `after` is the last id of the page before.
[[nodiscard]] std::vector<Person> people(db::Tx& tx, std::optional<PersonId> after, int limit);
// Ends his sessions and tokens at once. Error person.last_owner.
[[nodiscard]] Result<Person> change_role(Call& call, PersonId id, Role role);
[[nodiscard]] Result<Person> disable(Call& call, PersonId id);
[[nodiscard]] Result<Person> enable(Call& call, PersonId id);

// What somebody says of himself; what is absent stays. Errors of add_person.
struct ChangeMe {
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::optional<std::string> zone;
};
BOOST_DESCRIBE_STRUCT(ChangeMe, (), (name, language, zone))
[[nodiscard]] Result<Person> change_person(Call& call, PersonId id, ChangeMe const& wish);

// For whoever lost his authenticator and his recovery codes: from now on the password is enough.
// Ends his sessions. Errors second_factor.is_yours (one's own takes the password),
// second_factor.needs_a_person (a token asks).
[[nodiscard]] Result<Person> turn_off_second_factor(Call& call, PersonId id);

// The secret of a one-time link by which the first owner sets his name and password; nothing
// where there is an owner already. Asking again makes a new link and ends the old one.
[[nodiscard]] std::optional<std::string> first_owner_link(Call& call);

// The same for somebody who is a person already: by it he sets his password, new or forgotten.
// Error person.disabled.
[[nodiscard]] Result<std::string> password_link(Call& call, PersonId id);

// One that signs him in as soon as it is opened, for a demo or a trial on one's own machine:
// whoever (or whatever) looks at it first has it. Error person.disabled.
[[nodiscard]] Result<std::string> entry_link(Call& call, PersonId id, Duration valid_for);

// Where a link with this secret leads.
[[nodiscard]] std::string link_url(Settings const& settings, std::string_view secret);

// Gives a person a password without a link. Slow (it hashes), so it opens its own transaction.
// Errors person.not_found, person.weak_password.
[[nodiscard]] Result<void> set_password(House const& house, PersonId id, std::string_view password);

// API tokens: `secret` is shown once and kept only as its hash.
struct NewToken {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
    Role role = Role::agent;
    std::optional<std::vector<Right>> rights;  // narrower than the role; absent = all of the role
    std::optional<Instant> expires_at;         // absent = a year
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (name, role, rights, expires_at))

struct Token {
    TokenId id;
    std::string name;
    Role role = Role::agent;
    std::vector<Right> rights;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(Token, (), (id, name, role, rights, created_at, expires_at, revoked_at))

struct MadeToken {
    Token token;
    std::string secret;  // "tf_" and 43 characters
};
// Error token.too_wide: nobody gives away rights that he does not have. token.expired.
[[nodiscard]] Result<MadeToken> create_token(Call& call, NewToken const& wish);
[[nodiscard]] Result<Token> revoke_token(Call& call, TokenId id);

// Who sends this request: by session cookie or bearer token. Nobody where it carries neither;
// error team.bad_token or team.session_ended (401) where it carries one that is not (or no longer)
// good. That a session is in use is marked in `database` by a write of its own where the request
// only reads.
[[nodiscard]] Result<Actor>
caller_of(http::Request const& request, Call& call, db::Database& database);

// Who is to be paged now: the first on the roster who is not disabled, else any owner.
[[nodiscard]] std::optional<Person> on_duty(db::Tx& tx);

// Who is to be paged about something of this person's: he, unless he is disabled or nobody; then
// who is on duty.
[[nodiscard]] std::optional<Person> whom_to_page(db::Tx& tx, std::optional<PersonId> owner);

// People, sessions, sign-in (page and API), tokens, roster.
void add_routes(http::Table& table);

}  // namespace tellfirst::team
