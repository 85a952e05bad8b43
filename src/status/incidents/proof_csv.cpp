#include "status/incidents/proof_csv.hpp"

#include "kernel/csv.hpp"

namespace tellfirst::status {

std::string proof_csv(notify::Proof const& proof)
{
    auto text = csv_line(std::array<std::string, 10>{
        "contact", "name", "address", "account", "account_name", "channel", "state", "at", "reason",
        "notice"});
    for (auto const& line : proof.deliveries)
        text += csv_line(std::array<std::string, 10>{
            line.contact ? line.contact->text() : "", line.name, line.address,
            line.account ? line.account->text() : "", line.account_name,
            std::string{name_of(line.channel)}, std::string{name_of(line.state)},
            line.at ? to_rfc3339(*line.at) : "", line.reason.value_or(""), line.notice.text()});
    return text;
}

http::Reply proof_file(notify::Proof const& proof, std::string_view about)
{
    return {
        .body = proof_csv(proof),
        .type = "text/csv; charset=utf-8",
        .headers = {
            {"content-disposition", fmt::format("attachment; filename=\"proof-{}.csv\"", about)}}};
}

}  // namespace tellfirst::status
