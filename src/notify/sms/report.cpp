#include "notify/sms/report.hpp"

#include "kernel/text.hpp"
#include "notify/bounces/types.hpp"
#include "notify/channels/report_store.hpp"
#include "notify/store.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

// A few fields, whatever else a gateway tells: it is read where all others wait to write.
constexpr std::size_t most_report_bytes = 16 * 1024;

// A field of a form, a member of a JSON object, or a place in it ("/message/status").
std::string field_of(http::Request const& request, std::string const& name)
{
    if (name.empty())
        return {};
    if (auto const found = request.parameter(name))
        return *found;
    if (auto const document = parse_json(request.body); document) {
        boost::system::error_code missing;
        auto const* const found =
            document->find_pointer(name.starts_with('/') ? name : "/" + name, missing);
        if (found == nullptr)
            return {};
        return found->is_string() ? std::string{found->as_string()} : write_json(*found);
    }
    auto const form = http::parse_form(request.body);
    auto const found = form ? form->find(name) : http::Form::const_iterator{};
    return form && found != form->end() ? found->second : "";
}

void tell_bounced(Call& call, seal::Delivery const& delivery, std::string const& status)
{
    auto const notice = store::find_notice(call.tx, delivery.notice);
    call.tell(DeliveryBounced{
        .notice = delivery.notice,
        .contact = ContactId{delivery.recipient},
        .about = notice ? notice->about : "",
        .status = status});
}

Result<http::Reply> hear(Gateway const& gateway, http::Request const& request, Call& call)
{
    if (auto const taken = take_report(call, read_report(gateway, request)); !taken)
        return taken.error();
    return http::no_content();
}

}  // namespace

std::string report_address(Settings const& settings, std::string_view id)
{
    return fmt::format("{}/channels/sms/reports/{}", settings.public_url, id);
}

SmsReport read_report(Gateway const& gateway, http::Request const& request)
{
    SmsReport report{
        .id = field_of(request, gateway.report_id),
        .status = first_words(field_of(request, gateway.report_status))};
    auto const token = request.names.find("token");
    if (report.id.empty() && token != request.names.end())
        report.id = token->second;
    auto const says = [&](std::vector<std::string> const& words) {
        return std::ranges::find(words, report.status) != words.end();
    };
    if (says(gateway.report_delivered))
        report.reported = Reported::delivered;
    else if (says(gateway.report_failed))
        report.reported = Reported::failed;
    return report;
}

Result<void> take_report(Call& call, SmsReport const& report)
{
    auto const delivery = seal::read_delivery_token(call.settings.secret, sms_purpose, report.id);
    if (!delivery)
        return not_found("report");
    if (report.reported == Reported::nothing_yet)
        return {};
    bool const arrived = report.reported == Reported::delivered;
    bool const counts = store::keep_report(
        call.tx, {.delivery = *delivery,
                  .channel = Channel::sms,
                  .state = arrived ? State::accepted : State::bounced,
                  .words = arrived ? std::string{delivered_words}
                                   : "not delivered, the gateway says: " + report.status,
                  .at = call.now});
    if (counts && !arrived)
        tell_bounced(call, *delivery, report.status);
    return {};
}

void add_report_routes(http::Table& table, Gateway const& gateway)
{
    auto const handler = [gateway](http::Request const& request, Call& call) {
        return hear(gateway, request, call);
    };
    constexpr std::string_view path = "/channels/sms/reports/{token}";
    for (auto* const route :
         {&table.get(path, Right::anyone, handler), &table.post(path, Right::anyone, handler)})
        route->says("What the gateway for SMS reports of one that it took; nobody else can say it.")
            .at_most(most_report_bytes)
            .writes_by_get()
            .takes_gusts(report_rate)
            .success = 204;
}

}  // namespace tellfirst::notify
