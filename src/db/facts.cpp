#include "db/facts.hpp"

#include "db/call.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::db {
namespace {

// Each field goes in with its length, so that no two facts read the same when put together.
std::string link(std::string const& before, Fact const& fact)
{
    std::string text;
    auto const add = [&](std::string_view field) {
        text += std::to_string(field.size());
        text += ':';
        text += field;
    };
    add(before);
    add(fact.id.text());
    add(std::to_string(to_micros(fact.at)));
    add(fact.room);
    add(fact.kind);
    add(fact.subject);
    add(fact.actor);
    add(fact.body);
    return to_hex(sha256(text));
}

std::string last_chain(Tx& tx)
{
    return tx
        .one<std::string>(R"sql(
        SELECT chain FROM db_facts WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1)sql")
        .value_or("");
}

// Ids of one mint only grow, so they are the order in which facts were told.
std::vector<Fact> facts_without_number(Tx& tx)
{
    return tx.all<Fact>(R"sql(
        SELECT   CAST(0 AS BIGINT) AS seq, id, at, room, kind, subject, actor, body, chain
        FROM     db_facts
        WHERE    seq IS NULL
        ORDER BY id)sql");
}

}  // namespace

void append_fact(Tx& tx, NewFact const& fact)
{
    tx.run(
        R"sql(
        INSERT INTO db_facts (id, at, room, kind, subject, actor, body, chain)
        VALUES (:id, :at, :room, :kind, :subject, :actor, :body, ''))sql",
        {{"id", fact.id},
         {"at", fact.at},
         {"room", fact.room},
         {"kind", fact.kind},
         {"subject", fact.subject},
         {"actor", fact.actor},
         {"body", fact.body}});
    tx.wake_listeners();
}

std::vector<Fact> facts_after(Tx& tx, std::int64_t seq, int limit)
{
    return tx.all<Fact>(
        R"sql(
        SELECT   seq, id, at, room, kind, subject, actor, body, chain
        FROM     db_facts
        WHERE    seq > :seq
        ORDER BY seq
        LIMIT    :limit)sql",
        {{"seq", seq}, {"limit", std::clamp(limit, 0, most_facts_a_page)}});
}

bool has_unsequenced(Tx& tx)
{
    return tx.one<std::int64_t>("SELECT id FROM db_facts WHERE seq IS NULL LIMIT 1").has_value();
}

std::int64_t last_seq(Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT COALESCE(MAX(seq), 0) FROM db_facts");
}

std::int64_t sequence_facts(Tx& tx)
{
    auto facts = facts_without_number(tx);
    if (facts.empty())
        return 0;
    auto seq = last_seq(tx);
    auto chain = last_chain(tx);
    std::vector<std::vector<Param>> rows;
    rows.reserve(facts.size());
    for (auto const& fact : facts) {
        chain = link(chain, fact);
        rows.push_back({{"id", fact.id}, {"seq", ++seq}, {"chain", chain}});
    }
    return tx.bulk("UPDATE db_facts SET seq = :seq, chain = :chain WHERE id = :id", rows);
}

std::optional<std::int64_t> first_broken_link(Tx& tx)
{
    std::int64_t seq = 0;
    std::string chain;
    for (;;) {
        auto const facts = facts_after(tx, seq, most_facts_a_page);
        if (facts.empty())
            return std::nullopt;
        for (auto const& fact : facts) {
            chain = link(chain, fact);
            if (fact.seq != ++seq || fact.chain != chain)
                return fact.seq;
        }
    }
}

std::int64_t data_epoch(Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT epoch FROM db_epoch");
}

void raise_data_epoch(Tx& tx)
{
    tx.run("UPDATE db_epoch SET epoch = epoch + 1");
}

}  // namespace tellfirst::db
