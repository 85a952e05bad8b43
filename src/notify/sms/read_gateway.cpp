#include "kernel/text.hpp"
#include "notify/sms/gateway.hpp"
#include "notify/sms/template.hpp"

#include <charconv>

namespace tellfirst::notify {
namespace {

// https://www.twilio.com/docs/messaging/api/message-resource
constexpr std::string_view twilio =
    "https://api.twilio.com/2010-04-01/Accounts/{user}/Messages.json";

// Kannel's user guide, "Using the HTTP interface to the smsbox"; %d is what became of it, as
// Kannel fills in.
constexpr std::string_view kannel_query =
    "?username={user}&password={password}&from={from}&to={to}&text={text}"
    "&coding={coding}&charset=UTF-8&dlr-mask=31&dlr-url={report}%3Fstatus%3D%25d";

void set_default(std::string& text, std::string_view value)
{
    if (text.empty())
        text = value;
}

void fill_in_kannel(SmsSettings& settings)
{
    if (!settings.url.contains('?'))
        settings.url += kannel_query;
    set_default(settings.method, "GET");
    set_default(settings.encoding, "query");
    set_default(settings.success, "202");
    set_default(settings.report_status, "status");
    set_default(settings.report_delivered, "1");
    set_default(settings.report_failed, "2, 16");
}

void fill_in_twilio(SmsSettings& settings)
{
    set_default(settings.url, twilio);
    set_default(settings.method, "POST");
    set_default(settings.encoding, "form");
    set_default(settings.headers, "authorization: Basic {basic}");
    set_default(settings.body, "To={to}&From={from}&Body={text}&StatusCallback={report}");
    set_default(settings.success, "201");
    set_default(settings.report_status, "MessageStatus");
    set_default(settings.report_delivered, "delivered");
    set_default(settings.report_failed, "undelivered, failed");
}

void fill_in_generic(SmsSettings& settings)
{
    set_default(settings.method, "POST");
    set_default(settings.encoding, "json");
    set_default(settings.success, "200-299");
}

Problem bad(std::string_view key, std::string_view why)
{
    return {
        .kind = Refusal::invalid,
        .code = "settings.bad_value",
        .detail = fmt::format("notify.sms.{} {}.", key, why)};
}

std::vector<std::string> words_of(std::string_view list)
{
    std::vector<std::string> words;
    for (auto const part : split(list, ','))
        if (auto const word = trim(part); !word.empty())
            words.emplace_back(word);
    return words;
}

std::optional<int> status_in(std::string_view text)
{
    int status = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), status);
    if (error != std::errc{} || end != text.data() + text.size() || status < 100 || status > 599)
        return std::nullopt;
    return status;
}

std::optional<GatewaySuccess> success_in(std::string_view text)
{
    auto const space = std::min(text.find(' '), text.size());
    auto const range = text.substr(0, space);
    auto const dash = std::min(range.find('-'), range.size());
    auto const from = status_in(range.substr(0, dash));
    auto const to = dash == range.size() ? from : status_in(range.substr(dash + 1));
    if (!from || !to || *to < *from)
        return std::nullopt;
    GatewaySuccess success{.from = *from, .to = *to, .pointer = {}, .value = {}};
    auto const place = trim(text.substr(space));
    if (place.empty())
        return success;
    auto const sign = place.find('=');
    if (!place.starts_with('/') || sign == place.npos)
        return std::nullopt;
    success.pointer = place.substr(0, sign);
    success.value = place.substr(sign + 1);
    return success;
}

// What a gateway could be asked; its values hold all that a template may break on.
SmsWanted const example{
    .to = "+49151123456",
    .from = "Status",
    .text = "\"Mail\" is down & {so} on;\n50 % \\",
    .is_gsm = true,
    .id = "id",
    .report = "https://help.example.test/r"};

Result<void> read_headers(Gateway& gateway, std::string_view text)
{
    for (auto const& line : words_of(text)) {
        auto const colon = line.find(':');
        if (colon == line.npos || colon == 0)
            return bad("headers", "must be \"Name: value\", several with commas between them");
        gateway.headers.emplace_back(
            trim(std::string_view{line}.substr(0, colon)),
            trim(std::string_view{line}.substr(colon + 1)));
    }
    return {};
}

Result<void> check(Gateway const& gateway)
{
    auto const asking = gateway.asking(example);
    auto const target = http::check_url(asking.url, gateway.allowed());
    if (!target)
        return bad("url", "must be the address of a gateway, with http:// or https://");
    if (gateway.encoding != SmsEncoding::query && gateway.body.empty())
        return bad("body", "must say what is sent, as in {\"to\": \"{to}\", \"text\": \"{text}\"}");
    if (gateway.encoding == SmsEncoding::json && !parse_json(asking.body))
        return bad("body", "is no JSON once it is filled in");
    auto const all = gateway.url + gateway.body;
    if (!all.contains("{to}") || !all.contains("{text}"))
        return bad("body", "must hold {to} and {text} (or url must)");
    return {};
}

}  // namespace

Result<std::optional<Gateway>> read_gateway(SmsSettings const& chosen)
{
    auto settings = chosen;
    if (settings.preset.empty())
        return std::optional<Gateway>{};
    if (settings.preset == "kannel")
        fill_in_kannel(settings);
    else if (settings.preset == "twilio")
        fill_in_twilio(settings);
    else if (settings.preset == "generic")
        fill_in_generic(settings);
    else
        return bad("preset", "must be kannel, twilio or generic");

    auto const encoding = parse_enum<SmsEncoding>(settings.encoding);
    if (!encoding)
        return bad("encoding", "must be query, form or json");
    auto const success = success_in(settings.success);
    if (!success)
        return bad("success", "must be a status or two, as in \"200-299 /status=queued\"");
    Gateway gateway{
        .url = settings.url,
        .method = settings.method,
        .headers = {},
        .encoding = *encoding,
        .body = settings.body,
        .success = *success,
        .user = settings.user,
        .password = settings.password,
        .from = settings.from,
        .report_id = settings.report_id,
        .report_status = settings.report_status,
        .report_delivered = words_of(settings.report_delivered),
        .report_failed = words_of(settings.report_failed)};
    if (auto const read = read_headers(gateway, settings.headers); !read)
        return read.error();
    if (auto const good = check(gateway); !good)
        return good.error();
    return std::optional{std::move(gateway)};
}

}  // namespace tellfirst::notify
