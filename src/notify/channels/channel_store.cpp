#include "notify/channels/channel_store.hpp"

namespace tellfirst::notify::store {

std::optional<std::string> why_waiting(db::Tx& tx, Channel channel)
{
    return tx.one<std::string>(
        R"sql(
        SELECT reason
        FROM   notify_deliveries
        WHERE  channel = :channel AND due_at IS NOT NULL AND state = 'queued'
        AND    reason IS NOT NULL AND attempts = 0
        ORDER BY due_at, notice, recipient
        LIMIT  1)sql",
        {{"channel", channel}});
}

}  // namespace tellfirst::notify::store
