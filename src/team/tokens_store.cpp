#include "team/store.hpp"

namespace tellfirst::team::store {

void insert_token(db::Tx& tx, StoredToken const& token, std::string const& hash)
{
    tx.run(
        R"sql(
        INSERT INTO team_tokens
               (id, name, hash, role, narrowed, made_by, created_at, expires_at, revoked_at)
        VALUES (:id, :name, :hash, :role, :narrowed, :made_by, :created_at, :expires_at,
                :revoked_at))sql",
        {{"id", token.id},
         {"name", token.name},
         {"hash", db::Blob{hash}},
         {"role", token.role},
         {"narrowed", token.narrowed},
         {"made_by", token.made_by},
         {"created_at", token.created_at},
         {"expires_at", token.expires_at},
         {"revoked_at", token.revoked_at}});
}

std::optional<StoredToken> token(db::Tx& tx, TokenId id)
{
    return tx.one<StoredToken>(
        R"sql(
        SELECT id, name, role, narrowed, made_by, created_at, expires_at, revoked_at
        FROM   team_tokens
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::optional<StoredToken> token_by_hash(db::Tx& tx, std::string const& hash)
{
    return tx.one<StoredToken>(
        R"sql(
        SELECT id, name, role, narrowed, made_by, created_at, expires_at, revoked_at
        FROM   team_tokens
        WHERE  hash = :hash)sql",
        {{"hash", db::Blob{hash}}});
}

std::vector<StoredToken>
tokens(db::Tx& tx, std::optional<PersonId> made_by, std::optional<TokenId> after, int limit)
{
    return tx.all<StoredToken>(
        R"sql(
        SELECT id, name, role, narrowed, made_by, created_at, expires_at, revoked_at
        FROM   team_tokens
        WHERE  (CAST(:made_by AS BIGINT) IS NULL OR made_by = CAST(:made_by AS BIGINT))
               AND (CAST(:after AS BIGINT) IS NULL OR id < CAST(:after AS BIGINT))
        ORDER  BY id DESC
        LIMIT  :limit)sql",
        {{"made_by", made_by}, {"after", after}, {"limit", limit}});
}

void revoke(db::Tx& tx, TokenId id, Instant now)
{
    tx.run(
        R"sql(UPDATE team_tokens SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL)sql",
        {{"now", now}, {"id", id}});
}

void revoke_tokens_of(db::Tx& tx, PersonId maker, Instant now)
{
    tx.run(
        R"sql(UPDATE team_tokens SET revoked_at = :now WHERE made_by = :maker AND revoked_at IS NULL)sql",
        {{"now", now}, {"maker", maker}});
}

}  // namespace tellfirst::team::store
