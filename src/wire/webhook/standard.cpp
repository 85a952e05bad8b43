#include "wire/webhook/standard.hpp"

#include "kernel/digest.hpp"

#include <fmt/format.h>

namespace tellfirst::webhook {

std::string secret_text(std::string_view bytes)
{
    return "whsec_" + to_base64(bytes);
}

Headers signed_headers(Message const& message, std::span<std::string const> secrets)
{
    auto const second = std::chrono::floor<std::chrono::seconds>(message.at);
    auto const timestamp = std::to_string(second.time_since_epoch().count());
    auto const content = fmt::format("{}.{}.{}", message.id, timestamp, message.body);
    std::string signatures;
    for (auto const& secret : secrets) {
        signatures += signatures.empty() ? "v1," : " v1,";
        signatures += to_base64(hmac_sha256(secret, content));
    }
    return {
        {"webhook-id", std::string{message.id}},
        {"webhook-timestamp", timestamp},
        {"webhook-signature", signatures}};
}

}  // namespace tellfirst::webhook
