#include "notify/sms/sms.hpp"

#include "accounts/accounts.hpp"
#include "notify/sms/report.hpp"
#include "notify/sms/template.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

// A gateway that cannot be reached is asked again so soon.
constexpr auto when_unreachable = 15s;

// E.164, section 6.2.1.
constexpr std::size_t most_digits = 15;
constexpr std::size_t fewest_digits = 7;

Carried not_answered(Problem const& problem)
{
    if (http::may_have_arrived(problem))
        return {.kind = Carried::Kind::doubtful, .words = problem.detail};
    return {
        .kind = Carried::Kind::closed,
        .words = "the gateway cannot be reached: " + problem.detail,
        .again_in = when_unreachable};
}

Problem bad_number()
{
    return invalid(
        "sms.bad_number", "to", "A number as it is dialled from abroad, such as +49151123456.");
}

}  // namespace

bool is_phone_number(std::string_view text)
{
    if (!text.starts_with("+") || text.starts_with("+0"))
        return false;
    text.remove_prefix(1);
    return text.size() >= fewest_digits && text.size() <= most_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Sms::Sms(House house, std::optional<Gateway> gateway) : house_{house}, gateway_{std::move(gateway)}
{
}

std::string Sms::trouble() const
{
    return gateway_ ? "" : "no gateway for SMS is set up (notify.sms.preset)";
}

Carried Sms::ask(Wanted const& wanted, std::stop_token stop) const
{
    auto const id = seal::delivery_token(house_.settings.secret, sms_purpose, wanted.delivery);
    auto asking = gateway_->asking(
        {.to = wanted.to,
         .from = fill_template(gateway_->from, {{"brand", wanted.brand}}, Escape::none),
         .text = wanted.said.text,
         .is_gsm = wanted.said.length.is_gsm,
         .id = id,
         .report = report_address(house_.settings, id)});
    asking.stop = std::move(stop);
    auto const answered = http::ask(gateway_->allowed(), asking);
    if (!answered)
        return not_answered(answered.error());
    auto carried = gateway_->meaning(*answered, house_.clock.now());
    if (auto const parts = wanted.said.length.parts;
        carried.kind == Carried::Kind::accepted && parts > 1)
        carried.words = fmt::format("{} ({} parts)", carried.words, parts);
    return carried;
}

Carried Sms::send(Message const& message, std::stop_token stop) const
{
    return ask(
        {.to = message.address,
         .brand = message.brand.name,
         .said = sms_text_for(message),
         .delivery = message.attempt.delivery},
        std::move(stop));
}

Result<Carried> Sms::try_out(std::string const& to) const
{
    if (!is_phone_number(to))
        return bad_number();
    auto const brand = house_.read(
        Actor::system(), [](Call& call) { return accounts::default_brand(call.tx).name; });
    auto text = "A test: SMS from " + house_.settings.public_url + " arrive.";
    auto const length = sms_length(text);
    return ask(
        {.to = to,
         .brand = brand,
         .said = {.text = std::move(text), .length = length},
         .delivery = {}},
        {});
}

Result<Carried> Sms::try_out(std::string const& to, Message const& message) const
{
    if (!is_phone_number(to))
        return bad_number();
    return ask(
        {.to = to,
         .brand = message.brand.name,
         .said = marked_as_test(sms_text_for(message)),
         .delivery = {}},
        {});
}

}  // namespace tellfirst::notify
