#pragma once
#include "db/db.hpp"

namespace tellfirst::pages::store {

struct LinkRow {
    std::string subject;
    std::int64_t generation = 1;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (subject, generation))

[[nodiscard]] std::optional<std::int64_t> generation_of(db::Tx& tx, std::string_view subject);
// `first` where there is no row yet, else one more than there is.
void renew(db::Tx& tx, LinkRow const& first, Instant now);
// Those of which the subject begins with the prefix, the oldest first.
[[nodiscard]] std::vector<LinkRow> links(db::Tx& tx, std::string_view prefix, int limit);

}  // namespace tellfirst::pages::store
