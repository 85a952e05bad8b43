#include "team/store.hpp"

namespace tellfirst::team::store {

void insert(db::Tx& tx, Person const& person)
{
    tx.run(
        R"sql(
        INSERT INTO team_people
               (id, name, email, email_key, role, language, zone, disabled, second_factor,
                created_at, version)
        VALUES (:id, :name, :email, :email_key, :role, :language, :zone, :disabled,
                :second_factor, :created_at, :version))sql",
        {{"id", person.id},
         {"name", person.name},
         {"email", person.email},
         {"email_key", person.email.key()},
         {"role", person.role},
         {"language", person.language},
         {"zone", person.zone},
         {"disabled", person.disabled},
         {"second_factor", person.second_factor},
         {"created_at", person.created_at},
         {"version", person.version}});
}

void save(db::Tx& tx, Person const& person)
{
    tx.run(
        R"sql(
        UPDATE team_people
        SET    name = :name, role = :role, language = :language, zone = :zone,
               disabled = :disabled, second_factor = :second_factor, version = :version
        WHERE  id = :id)sql",
        {{"id", person.id},
         {"name", person.name},
         {"role", person.role},
         {"language", person.language},
         {"zone", person.zone},
         {"disabled", person.disabled},
         {"second_factor", person.second_factor},
         {"version", person.version}});
}

std::optional<Person> person(db::Tx& tx, PersonId id)
{
    return tx.one<Person>(
        R"sql(
        SELECT id, name, email, role, language, zone, disabled, second_factor, created_at,
               version
        FROM   team_people
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::optional<Person> person_by_email(db::Tx& tx, Email const& email)
{
    return tx.one<Person>(
        R"sql(
        SELECT id, name, email, role, language, zone, disabled, second_factor, created_at,
               version
        FROM   team_people
        WHERE  email_key = :key)sql",
        {{"key", email.key()}});
}

std::vector<Person> people(db::Tx& tx, std::optional<PersonId> after, int limit)
{
    return tx.all<Person>(
        R"sql(
        SELECT id, name, email, role, language, zone, disabled, second_factor, created_at,
               version
        FROM   team_people
        WHERE  CAST(:after AS BIGINT) IS NULL
               OR (name, id) > (SELECT p.name, p.id FROM team_people p
                                WHERE p.id = CAST(:after AS BIGINT))
        ORDER  BY name, id
        LIMIT  :limit)sql",
        {{"after", after}, {"limit", limit}});
}

std::vector<Person> owners(db::Tx& tx)
{
    return tx.all<Person>(R"sql(
        SELECT id, name, email, role, language, zone, disabled, second_factor, created_at,
               version
        FROM   team_people
        WHERE  role = 'owner' AND disabled = 0
        ORDER  BY id)sql");
}

std::optional<std::string> password_hash(db::Tx& tx, PersonId id)
{
    auto const found = tx.one<std::optional<std::string>>(
        R"sql(SELECT password_hash FROM team_people WHERE id = :id)sql", {{"id", id}});
    return found.value_or(std::nullopt);
}

void set_password_hash(db::Tx& tx, PersonId id, std::string_view hash)
{
    tx.run(
        R"sql(UPDATE team_people SET password_hash = :hash WHERE id = :id)sql",
        {{"hash", hash}, {"id", id}});
}

void put_link(db::Tx& tx, std::string const& hash, Link const& link)
{
    if (link.person)
        drop_link_of(tx, *link.person);
    else
        tx.run(R"sql(DELETE FROM team_links WHERE person IS NULL)sql");
    tx.run(
        R"sql(
        INSERT INTO team_links (hash, person, enters, expires_at)
        VALUES (:hash, :person, :enters, :expires_at))sql",
        {{"hash", db::Blob{hash}},
         {"person", link.person},
         {"enters", link.enters},
         {"expires_at", link.expires_at}});
}

std::optional<Link> link(db::Tx& tx, std::string const& hash)
{
    return tx.one<Link>(
        R"sql(SELECT person, enters, expires_at FROM team_links WHERE hash = :hash)sql",
        {{"hash", db::Blob{hash}}});
}

bool take_link(db::Tx& tx, std::string const& hash)
{
    return tx.run(
               R"sql(DELETE FROM team_links WHERE hash = :hash)sql", {{"hash", db::Blob{hash}}}) ==
           1;
}

void drop_link_of(db::Tx& tx, PersonId person)
{
    tx.run(R"sql(DELETE FROM team_links WHERE person = :person)sql", {{"person", person}});
}

void insert_session(db::Tx& tx, SessionId id, std::string const& hash, PersonId person, Instant now)
{
    tx.run(
        R"sql(
        INSERT INTO team_sessions (id, hash, person, created_at, last_seen_at)
        VALUES (:id, :hash, :person, :now, :now))sql",
        {{"id", id}, {"hash", db::Blob{hash}}, {"person", person}, {"now", now}});
}

std::optional<Session> session(db::Tx& tx, std::string const& hash)
{
    return tx.one<Session>(
        R"sql(
        SELECT s.id AS id, s.person AS person, p.role AS role, p.disabled AS disabled,
               s.created_at AS created_at, s.last_seen_at AS last_seen_at
        FROM   team_sessions s
        JOIN   team_people p ON p.id = s.person
        WHERE  s.hash = :hash)sql",
        {{"hash", db::Blob{hash}}});
}

void touch_session(db::Tx& tx, SessionId id, Instant now)
{
    tx.run(
        R"sql(
        UPDATE team_sessions
        SET    last_seen_at = :now
        WHERE  id = :id AND last_seen_at < :now)sql",
        {{"now", now}, {"id", id}});
}

void end_session(db::Tx& tx, std::string const& hash)
{
    tx.run(R"sql(DELETE FROM team_sessions WHERE hash = :hash)sql", {{"hash", db::Blob{hash}}});
}

void end_sessions_of(db::Tx& tx, PersonId person)
{
    tx.run(R"sql(DELETE FROM team_sessions WHERE person = :person)sql", {{"person", person}});
}

void end_other_sessions_of(db::Tx& tx, PersonId person, std::string const& hash)
{
    tx.run(
        R"sql(DELETE FROM team_sessions WHERE person = :person AND hash <> :hash)sql",
        {{"person", person}, {"hash", db::Blob{hash}}});
}

void drop_sessions_unseen_since(db::Tx& tx, Instant moment)
{
    tx.run(R"sql(DELETE FROM team_sessions WHERE last_seen_at < :moment)sql", {{"moment", moment}});
}

void set_roster(db::Tx& tx, std::vector<PersonId> const& people)
{
    tx.run(R"sql(DELETE FROM team_roster)sql");
    std::int64_t position = 0;
    for (auto const person : people)
        tx.run(
            R"sql(INSERT INTO team_roster (position, person) VALUES (:position, :person))sql",
            {{"position", ++position}, {"person", person}});
}

std::vector<PersonId> roster(db::Tx& tx)
{
    return tx.all<PersonId>(R"sql(SELECT person FROM team_roster ORDER BY position)sql");
}

std::optional<Person> first_on_roster(db::Tx& tx)
{
    return tx.one<Person>(R"sql(
        SELECT p.id AS id, p.name AS name, p.email AS email, p.role AS role,
               p.language AS language, p.zone AS zone, p.disabled AS disabled,
               p.second_factor AS second_factor, p.created_at AS created_at,
               p.version AS version
        FROM   team_roster r
        JOIN   team_people p ON p.id = r.person
        WHERE  p.disabled = 0
        ORDER  BY r.position
        LIMIT  1)sql");
}

void drop_attempts_before(db::Tx& tx, Instant moment)
{
    tx.run(R"sql(DELETE FROM team_attempts WHERE since < :moment)sql", {{"moment", moment}});
}

Tries count_attempt(db::Tx& tx, std::string const& key, Instant now)
{
    return *tx.one<Tries>(
        R"sql(
        INSERT INTO team_attempts (key, since, tries)
        VALUES (:key, :now, 1)
        ON CONFLICT (key) DO UPDATE SET tries = team_attempts.tries + 1
        RETURNING tries, since)sql",
        {{"key", db::Blob{key}}, {"now", now}});
}

void forget_attempt(db::Tx& tx, std::string const& key)
{
    tx.run(
        R"sql(UPDATE team_attempts SET tries = tries - 1 WHERE key = :key AND tries > 0)sql",
        {{"key", db::Blob{key}}});
}

void forget_attempts(db::Tx& tx, std::string const& key)
{
    tx.run(R"sql(DELETE FROM team_attempts WHERE key = :key)sql", {{"key", db::Blob{key}}});
}

}  // namespace tellfirst::team::store
