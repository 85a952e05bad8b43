#include "tickets/verified.hpp"

#include "kernel/text.hpp"

namespace tellfirst::tickets {

bool is_verified(mime::AuthResults const& results, Email const& sender)
{
    using mime::Verdict;
    auto const domain = ascii_lower(sender.domain());
    if (domain.empty())
        return false;
    return (results.dmarc == Verdict::pass && results.dmarc_domain == domain) ||
           (results.dkim == Verdict::pass && results.dkim_domain == domain) ||
           (results.spf == Verdict::pass && results.spf_domain == domain);
}

}  // namespace tellfirst::tickets
