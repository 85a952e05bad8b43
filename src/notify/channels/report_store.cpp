#include "notify/channels/report_store.hpp"

namespace tellfirst::notify::store {

bool keep_report(db::Tx& tx, Report const& report)
{
    return tx.run(
               R"sql(
        UPDATE notify_deliveries
        SET    state = :state, reason = :reason, at = :at, due_at = NULL
        WHERE  notice = :notice AND recipient = :recipient AND channel = :channel
        AND    state IN ('sending', 'accepted', 'queued', 'deferred', 'unknown')
        AND    COALESCE(reason, '') <> :delivered)sql",
               {{"state", report.state},
                {"reason", report.words},
                {"at", report.at},
                {"notice", report.delivery.notice},
                {"recipient", report.delivery.recipient},
                {"channel", report.channel},
                {"delivered", delivered_words}}) == 1;
}

}  // namespace tellfirst::notify::store
