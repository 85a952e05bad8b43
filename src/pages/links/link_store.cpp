#include "pages/links/link_store.hpp"

namespace tellfirst::pages::store {

std::optional<std::int64_t> generation_of(db::Tx& tx, std::string_view subject)
{
    return tx.one<std::int64_t>(
        "SELECT generation FROM pages_links WHERE subject = :subject", {{"subject", subject}});
}

void renew(db::Tx& tx, LinkRow const& first, Instant now)
{
    tx.run(
        R"sql(
        INSERT INTO pages_links (subject, generation, made_at)
        VALUES (:subject, :generation, :now)
        ON CONFLICT (subject)
        DO UPDATE SET generation = pages_links.generation + 1, made_at = :now)sql",
        {{"subject", first.subject}, {"generation", first.generation}, {"now", now}});
}

std::vector<LinkRow> links(db::Tx& tx, std::string_view prefix, int limit)
{
    return tx.all<LinkRow>(
        R"sql(
        SELECT   subject, generation
        FROM     pages_links
        WHERE    SUBSTR(subject, 1, CAST(:length AS INTEGER)) = :prefix
        ORDER BY made_at, subject
        LIMIT    :limit)sql",
        {{"prefix", prefix}, {"length", std::ssize(prefix)}, {"limit", limit}});
}

}  // namespace tellfirst::pages::store
