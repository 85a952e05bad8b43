#include "notify/sms/gateway.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "notify/sms/template.hpp"
#include "notify/webhooks/next.hpp"

#include <boost/json/serialize.hpp>

#include <charconv>

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 15s;
// Somebody has to mend the settings, or wait for the gateway.
constexpr auto after_refusal_of_us = 60s;
constexpr auto when_busy = 30s;

std::string_view type_of(SmsEncoding encoding)
{
    return encoding == SmsEncoding::json ? "application/json" : "application/x-www-form-urlencoded";
}

Values values_of(Gateway const& gateway, SmsWanted const& wanted)
{
    return {
        {"to", wanted.to},
        {"from", wanted.from},
        {"text", wanted.text},
        {"id", wanted.id},
        {"report", wanted.report},
        {"coding", wanted.is_gsm ? "0" : "2"},
        {"user", gateway.user},
        {"password", gateway.password},
        {"basic", to_base64(fmt::format("{}:{}", gateway.user, gateway.password))}};
}

// The text at a place in a JSON answer; numbers and words as JSON writes them.
std::optional<std::string> text_at(std::string_view body, std::string const& pointer)
{
    auto const document = parse_json(body);
    if (!document)
        return std::nullopt;
    boost::system::error_code missing;
    auto const* const found = document->find_pointer(pointer, missing);
    if (found == nullptr)
        return std::nullopt;
    return found->is_string() ? std::string{found->as_string()} : boost::json::serialize(*found);
}

bool is_success(GatewaySuccess const& success, http::Answered const& answered)
{
    if (answered.status < success.from || answered.status > success.to)
        return false;
    return success.pointer.empty() || text_at(answered.body, success.pointer) == success.value;
}

std::string header(http::Answered const& answered, std::string_view name)
{
    for (auto const& [each, value] : answered.headers)
        if (each == name)
            return value;
    return {};
}

}  // namespace

http::Outgoing Gateway::allowed() const
{
    bool const is_tls = url.starts_with("https://");
    std::string_view place = url;
    place.remove_prefix(std::min(place.find("//") + 2, place.size()));
    place = place.substr(0, place.find_first_of("/?#"));
    auto const host = http::host_name(place);
    auto const behind = place.rfind(':');
    std::uint16_t port = is_tls ? 443 : 80;
    if (behind != place.npos && place.find(']', behind) == place.npos)
        std::from_chars(place.data() + behind + 1, place.data() + place.size(), port);
    bool const is_v6 = host.starts_with('[') && host.ends_with(']');
    return {.allow = {{is_v6 ? host.substr(1, host.size() - 2) : host, port}}, .own_names = {}};
}

http::Asking Gateway::asking(SmsWanted const& wanted) const
{
    auto const values = values_of(*this, wanted);
    http::Asking asking{
        .method = method,
        .url = fill_template(url, values, Escape::percent),
        .headers = {{"accept-encoding", "identity"}},
        .deadline = patience};
    for (auto const& [name, value] : headers)
        asking.headers.emplace_back(name, fill_template(value, values, Escape::none));
    if (encoding == SmsEncoding::query)
        return asking;
    asking.headers.emplace_back("content-type", type_of(encoding));
    asking.body =
        fill_template(body, values, encoding == SmsEncoding::json ? Escape::json : Escape::percent);
    return asking;
}

Carried Gateway::meaning(http::Answered const& answered, Instant now) const
{
    Carried carried{.code = answered.status, .words = words_of(answered)};
    auto const wait = [&](std::chrono::milliseconds at_least) {
        carried.kind = Carried::Kind::closed;
        carried.words = fmt::format("the gateway says: {} {}", carried.code, carried.words);
        auto const asked = read_retry_after(header(answered, "retry-after"), now);
        carried.again_in = std::max<std::chrono::milliseconds>(
            at_least, std::chrono::ceil<std::chrono::milliseconds>(asked.value_or(Duration{0})));
        return carried;
    };
    if (is_success(success, answered))
        return carried;
    switch (answered.status) {
    case 401:
    case 402:
    case 403:
    case 404:
    case 405: return wait(after_refusal_of_us);
    case 429:
    case 503: return wait(when_busy);
    default: break;
    }
    carried.kind = answered.status >= 500 ? Carried::Kind::later : Carried::Kind::refused;
    return carried;
}

}  // namespace tellfirst::notify
