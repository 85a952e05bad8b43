#pragma once
// Ada of Ada & Co, who reads German in Berlin or English in UTC, and her March.
#include "accounts/accounts.hpp"
#include "pages/portal/portal.hpp"
#include "pages/sample.hpp"

namespace tellfirst::pages::sample {

inline Visitor ada(std::string language = "en", std::string zone = "Etc/UTC")
{
    return {
        .contact =
            {.id = ContactId{3},
             .name = "Ada",
             .email = *Email::parse("ada@example.test"),
             .language = std::move(language),
             .zone = std::move(zone)},
        .account = accounts::Account{.id = AccountId{4}, .name = "Ada & Co", .plan_name = "Pro"},
        .brand = {.name = "Pixel"}};
}

inline Instant at(std::string_view text)
{
    return parse_rfc3339(text).value();
}

// 99.95 % so far, of 99.9; 44 min 38 s may still come.
inline status::Standing march()
{
    return {
        .account = AccountId{4},
        .plan_name = "Pro",
        .services =
            {{.service = ServiceId{2},
              .name = "Statistics",
              .shown = "99.95",
              .counted_s = 180000,
              .down_s = 90},
             {.service = ServiceId{9}, .name = "Heron", .shown = "100.00", .counted_s = 180000}},
        .shown = "99.95",
        .counted_s = 180000,
        .target = "99.9",
        .left_s = 44 * 60 + 38,
        .from = at("2026-03-01T00:00:00Z"),
        .to = at("2026-04-01T00:00:00Z"),
        .zone = "Etc/UTC"};
}

}  // namespace tellfirst::pages::sample
