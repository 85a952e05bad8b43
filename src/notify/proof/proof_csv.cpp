#include "notify/proof/proof_csv.hpp"

#include "kernel/csv.hpp"

namespace tellfirst::notify {

using Cells = std::array<std::string, 10>;

std::string csv_head()
{
    return csv_line(Cells{
        "contact", "name", "address", "account", "account_name", "channel", "state", "at", "reason",
        "notice"});
}

std::string csv_of(std::span<ProofLine const> lines)
{
    std::string text;
    for (auto const& line : lines)
        text += csv_line(Cells{
            line.contact ? line.contact->text() : "", line.name, line.address,
            line.account ? line.account->text() : "", line.account_name,
            std::string{name_of(line.channel)}, std::string{name_of(line.state)},
            line.at ? to_rfc3339(*line.at) : "", line.reason.value_or(""), line.notice.text()});
    return text;
}

}  // namespace tellfirst::notify
