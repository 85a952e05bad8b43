#pragma once
// The answers that are kept for Idempotency-Key (table http_answers).
#include "db/tx.hpp"

namespace tellfirst::http::store {

struct KeptAnswer {
    std::string request_hash;
    std::int64_t status = 0;
    std::string type;
    std::map<std::string, std::string> headers;
    db::Blob body;
};

// Takes the key for this transaction: true for the first, false for who comes later (and then
// finds an answer). Two at once: the second waits for the first's end.
[[nodiscard]] bool claim(
    db::Tx& tx, std::string const& scope, std::string const& key, std::string const& request_hash,
    Instant at);

[[nodiscard]] std::optional<KeptAnswer>
find(db::Tx& tx, std::string const& scope, std::string const& key);

void keep(db::Tx& tx, std::string const& scope, std::string const& key, KeptAnswer const& answer);

// Forgets what was answered before; answers how many rows.
std::int64_t forget(db::Tx& tx, Instant before);

void forget_one(db::Tx& tx, std::string const& scope, std::string const& key, Instant before);

}  // namespace tellfirst::http::store
