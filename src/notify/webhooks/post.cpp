#include "notify/webhooks/post.hpp"

#include "kernel/text.hpp"
#include "wire/webhook/standard.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 15s;

// Enough to see what is the matter, too little to carry anything away.
constexpr std::size_t most_answer_kept = 200;

// A partner's customers must not read anybody else's name, so it names none.
constexpr std::string_view our_name = "status-webhooks/1";

std::string first_of(std::string_view body)
{
    auto text = repair_utf8(body.substr(0, most_answer_kept));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text;
}

std::string header(http::Answered const& answered, std::string_view name)
{
    for (auto const& [each, value] : answered.headers)
        if (each == name)
            return value;
    return {};
}

}  // namespace

Posted post(http::Outgoing const& outgoing, Post const& what, std::stop_token stop)
{
    // A receiver that takes one unsigned post would take anybody's.
    if (what.secrets.empty())
        return {
            .answer = {},
            .attempt = {
                .at = what.at,
                .status = {},
                .ms = 0,
                .answer = "Its secret was locked away by another house. Make a new one."}};
    http::Asking asking{
        .method = "POST",
        .url = what.url,
        .headers =
            {{"content-type", "application/json"},
             {"accept-encoding", "identity"},
             {"user-agent", std::string{our_name}}},
        .body = what.body,
        .deadline = patience,
        .stop = stop};
    for (auto& each :
         webhook::signed_headers({.id = what.id, .at = what.at, .body = what.body}, what.secrets))
        asking.headers.push_back(std::move(each));

    auto const begun = std::chrono::steady_clock::now();
    auto const answered = http::ask(outgoing, asking, http::resolve_until(stop));
    auto const took =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    WebhookAttempt attempt{.at = what.at, .status = {}, .ms = took.count(), .answer = {}};
    if (!answered) {
        attempt.answer = answered.error().detail;
        return {.answer = {}, .attempt = std::move(attempt)};
    }
    attempt.status = answered->status;
    attempt.answer = first_of(answered->body);
    return {
        .answer =
            {.status = answered->status,
             .retry_after = read_retry_after(header(*answered, "retry-after"), what.at),
             .is_understood = is_understood(what.dialect, answered->body)},
        .attempt = std::move(attempt)};
}

}  // namespace tellfirst::notify
