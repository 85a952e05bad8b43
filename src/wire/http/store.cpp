#include "wire/http/store.hpp"

namespace tellfirst::http::store {
namespace {

struct Row {
    std::string request_hash;
    std::int64_t status = 0;
    std::string type;
    std::string headers;
};
BOOST_DESCRIBE_STRUCT(Row, (), (request_hash, status, type, headers))

}  // namespace

bool claim(
    db::Tx& tx, std::string const& scope, std::string const& key, std::string const& request_hash,
    Instant at)
{
    return tx.run(
               R"sql(
        INSERT INTO http_answers (scope, idem_key, request_hash, status, type, headers, at)
        VALUES (:scope, :key, :request_hash, 0, '', '{}', :at)
        ON CONFLICT (scope, idem_key) DO NOTHING)sql",
               {{"scope", scope}, {"key", key}, {"request_hash", request_hash}, {"at", at}}) == 1;
}

std::optional<KeptAnswer> find(db::Tx& tx, std::string const& scope, std::string const& key)
{
    auto const row = tx.one<Row>(
        R"sql(
        SELECT request_hash, status, type, headers
        FROM   http_answers
        WHERE  scope = :scope AND idem_key = :key)sql",
        {{"scope", scope}, {"key", key}});
    if (!row)
        return std::nullopt;
    auto body = tx.one<db::Blob>(
        R"sql(
        SELECT body
        FROM   http_answers
        WHERE  scope = :scope AND idem_key = :key AND body IS NOT NULL)sql",
        {{"scope", scope}, {"key", key}});
    using Texts = std::map<std::string, std::string>;
    return KeptAnswer{
        .request_hash = row->request_hash,
        .status = row->status,
        .type = row->type,
        .headers = db::from_value<Texts>(row->headers),
        .body = std::move(body).value_or(db::Blob{})};
}

void keep(db::Tx& tx, std::string const& scope, std::string const& key, KeptAnswer const& answer)
{
    tx.run(
        R"sql(
        UPDATE http_answers
        SET    status = :status, type = :type, headers = :headers, body = :body
        WHERE  scope = :scope AND idem_key = :key)sql",
        {{"scope", scope},
         {"key", key},
         {"status", answer.status},
         {"type", answer.type},
         {"headers", answer.headers},
         {"body", answer.body}});
}

std::int64_t forget(db::Tx& tx, Instant before)
{
    return tx.run("DELETE FROM http_answers WHERE at < :before", {{"before", before}});
}

void forget_one(db::Tx& tx, std::string const& scope, std::string const& key, Instant before)
{
    tx.run(
        R"sql(
        DELETE FROM http_answers
        WHERE  scope = :scope AND idem_key = :key AND at < :before)sql",
        {{"scope", scope}, {"key", key}, {"before", before}});
}

}  // namespace tellfirst::http::store
