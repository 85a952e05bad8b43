#include "pages/subscribing/stranger_store.hpp"

namespace tellfirst::pages::store {

std::vector<ContactId>
strangers(db::Tx& tx, Unanswered const& which, std::optional<ContactId> after, int limit)
{
    return tx.all<ContactId>(
        R"sql(
        SELECT s.contact
        FROM   accounts_strangers s
        WHERE  s.contact > :after AND s.since <= :asked_before AND s.link_until <= :now
        ORDER BY s.contact
        LIMIT  :limit)sql",
        {{"after", after.value_or(ContactId{1})},
         {"asked_before", which.asked_before},
         {"now", which.now},
         {"limit", limit}});
}

}  // namespace tellfirst::pages::store
