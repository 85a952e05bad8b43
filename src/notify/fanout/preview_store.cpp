#include "notify/fanout/preview_store.hpp"

namespace tellfirst::notify::store {

std::vector<Claimed> samples(db::Tx& tx, NoticeId notice)
{
    return tx.all<Claimed>(
        R"sql(
        SELECT d.notice, d.recipient, d.address, d.name, d.language, d.zone, d.account,
               d.account_name, d.brand, d.short_text, d.lane, d.attempts
        FROM   notify_deliveries d
        WHERE  d.notice = :notice AND d.channel = 'mail'
        AND    d.recipient IN (SELECT MIN(f.recipient) FROM notify_deliveries f
                               WHERE  f.notice = :notice AND f.channel = 'mail'
                               AND    f.state IN ('queued', 'held')
                               GROUP BY f.brand, f.language)
        ORDER BY d.brand, d.language)sql",
        {{"notice", notice}});
}

}  // namespace tellfirst::notify::store
