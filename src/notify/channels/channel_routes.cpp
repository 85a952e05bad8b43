#include "notify/channels/channel_store.hpp"
#include "notify/channels/channels.hpp"
#include "notify/push/push.hpp"
#include "notify/sms/report.hpp"
#include "notify/sms/sms.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

std::string host_in(Gateway const& gateway)
{
    auto const place = gateway.allowed().allow.front();
    return fmt::format("{}:{}", place.host, place.port);
}

// What waits because nobody takes it says more than the settings do.
ChannelStanding
standing_of(Call& call, Channel channel, std::string const& trouble, std::string what)
{
    if (!trouble.empty())
        return {.channel = channel, .ready = false, .says = trouble};
    auto const waits = store::why_waiting(call.tx, channel);
    if (waits)
        return {.channel = channel, .ready = false, .says = *waits};
    return {.channel = channel, .ready = true, .says = std::move(what)};
}

// What routes need of the settings.
struct SetUp {
    std::optional<Gateway> gateway;
    http::Outgoing outgoing;
};

Result<http::Reply> get_channels(House const& house, SetUp const& set_up)
{
    auto const& gateway = set_up.gateway;
    Sms const sms{house, gateway};
    return house.read(Actor::system(), [&](Call& call) -> Result<http::Reply> {
        std::vector<ChannelStanding> const all{
            standing_of(call, Channel::mail, "", "by the mail server of the settings (relay)"),
            standing_of(
                call, Channel::sms, sms.trouble(), gateway ? "by " + host_in(*gateway) : ""),
            standing_of(call, Channel::push, "", "to the browsers of contacts who ask for it"),
            standing_of(call, Channel::webhook, "", "to the addresses that accounts name")};
        return http::ok(to_json(all));
    });
}

std::unique_ptr<Carrier> carrier_for(std::string_view name, House const& house, SetUp const& set_up)
{
    if (name == name_of(Channel::sms))
        return std::make_unique<Sms>(house, set_up.gateway);
    if (name == name_of(Channel::push))
        return std::make_unique<Push>(house, set_up.outgoing);
    return nullptr;
}

Result<http::Reply> post_test(http::Request const& request, House const& house, SetUp const& set_up)
{
    auto const wish = request.body_as<TryOut>();
    if (!wish)
        return wish.error();
    auto const carrier = carrier_for(request.names.at("channel"), house, set_up);
    if (!carrier)
        return not_found("channel");
    if (auto trouble = carrier->trouble(); !trouble.empty())
        return conflict("channel.not_set_up", std::move(trouble));
    auto const tried = carrier->try_out(wish->to);
    if (!tried)
        return tried.error();
    return http::ok(to_json(
        TriedOut{.accepted = tried->kind == Carried::Kind::accepted, .says = answer_of(*tried)}));
}

}  // namespace

void add_channel_routes(http::Table& table, ChannelSettings const& settings)
{
    SetUp const set_up{
        .gateway = read_gateway(settings.sms).value(), .outgoing = settings.outgoing};
    table
        .work(
            "GET", "/api/v1/channels", Right::read_settings,
            [set_up](http::Request const&, House& house) { return get_channels(house, set_up); })
        .says("Ways to reach people, and whether each of them works.")
        .gives<std::vector<ChannelStanding>>();
    table
        .work(
            "POST", "/api/v1/channels/{channel}/test", Right::manage_team,
            [set_up](http::Request const& request, House& house) {
                return post_test(request, house, set_up);
            })
        .says("Sends a test and says how it was taken.")
        .takes<TryOut>()
        .gives<TriedOut>();
    if (set_up.gateway)
        add_report_routes(table, *set_up.gateway);
}

}  // namespace tellfirst::notify
