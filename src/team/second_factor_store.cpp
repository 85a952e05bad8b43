#include "team/store.hpp"

namespace tellfirst::team::store {

void put_second_factor(db::Tx& tx, PersonId person, SecondFactor const& factor)
{
    tx.run(
        R"sql(
        INSERT INTO team_second_factors (person, secret, last_step)
        VALUES (:person, :secret, :last_step)
        ON CONFLICT (person) DO UPDATE
        SET    secret = excluded.secret, last_step = excluded.last_step)sql",
        {{"person", person}, {"secret", factor.secret}, {"last_step", factor.last_step}});
}

std::optional<SecondFactor> second_factor(db::Tx& tx, PersonId person)
{
    return tx.one<SecondFactor>(
        R"sql(SELECT secret, last_step FROM team_second_factors WHERE person = :person)sql",
        {{"person", person}});
}

bool take_step(db::Tx& tx, PersonId person, std::int64_t step)
{
    return tx.run(
               R"sql(
        UPDATE team_second_factors
        SET    last_step = :step
        WHERE  person = :person AND last_step < :step)sql",
               {{"step", step}, {"person", person}}) == 1;
}

void drop_second_factor(db::Tx& tx, PersonId person)
{
    tx.run(R"sql(DELETE FROM team_second_factors WHERE person = :person)sql", {{"person", person}});
    tx.run(R"sql(DELETE FROM team_recovery_codes WHERE person = :person)sql", {{"person", person}});
}

void put_recovery_codes(db::Tx& tx, PersonId person, std::vector<std::string> const& hashes)
{
    tx.run(R"sql(DELETE FROM team_recovery_codes WHERE person = :person)sql", {{"person", person}});
    for (auto const& hash : hashes)
        tx.run(
            R"sql(INSERT INTO team_recovery_codes (hash, person) VALUES (:hash, :person))sql",
            {{"hash", db::Blob{hash}}, {"person", person}});
}

bool take_recovery_code(db::Tx& tx, PersonId person, std::string const& hash)
{
    return tx.run(
               R"sql(DELETE FROM team_recovery_codes WHERE person = :person AND hash = :hash)sql",
               {{"person", person}, {"hash", db::Blob{hash}}}) == 1;
}

std::int64_t recovery_codes_left(db::Tx& tx, PersonId person)
{
    return *tx.one<std::int64_t>(
        R"sql(SELECT COUNT(*) FROM team_recovery_codes WHERE person = :person)sql",
        {{"person", person}});
}

}  // namespace tellfirst::team::store
