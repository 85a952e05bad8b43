// What a word looks like before it is said. It is said, looked at, and rolled back: so what is
// shown is what will be sent, and what would be refused is refused here.
#include "status/drafts/draft.hpp"
#include "status/routes.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// What `look(call, about)`, which answers a Result, sees of a draft that was said; nothing of it
// stays.
template <class Look>
auto rehearse(
    http::Request const& request, House const& house, Draft const& draft, Look const& look)
    -> std::invoke_result_t<Look, Call&, notify::About const&>
{
    std::optional<std::invoke_result_t<Look, Call&, notify::About const&>> seen;
    auto const end = house.write(request.actor, [&](Call& call) -> Result<void> {
        seen.reset();
        auto const about = say_draft(call, draft);
        if (!about)
            return about.error();
        seen = look(call, *about);
        return conflict("draft.rehearsed", "Nothing of it stays.");
    });
    if (!seen)
        return end.error();
    return *std::move(seen);
}

// changed_since: when the word before it was said; none where it is the first.
struct Seen {
    std::vector<notify::Preview> previews;
    std::optional<Instant> changed_since;
    std::vector<notify::Change> changes;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (previews, changed_since, changes))

// What rooms above show stands in the name of those brands alone whose readers hear of it.
void add_from_above(
    std::vector<notify::Preview>& previews, std::vector<notify::Preview> const& above)
{
    auto const heard_in = [&](std::optional<BrandId> brand) {
        return std::ranges::find(previews, brand, &notify::Preview::brand) != previews.end();
    };
    std::vector<notify::Preview> more;
    std::ranges::copy_if(above, std::back_inserter(more), [&](notify::Preview const& one) {
        return heard_in(one.brand);
    });
    std::ranges::move(more, std::back_inserter(previews));
}

Result<http::Reply>
post_previews(http::Request const& request, House const& house, Sight const& sight)
{
    auto const draft = request.body_as<Draft>();
    if (!draft)
        return draft.error();
    auto const look = [&](Call& call, notify::About const& about) -> Result<Seen> {
        auto previews = notify::previews_of(house, call, about);
        if (sight.above)
            add_from_above(previews, sight.above(call, about));
        auto changes = notify::changes_of(call, about);
        return Seen{
            .previews = std::move(previews),
            .changed_since = changes.since,
            .changes = std::move(changes.all)};
    };
    auto const seen = rehearse(request, house, *draft, look);
    if (!seen)
        return seen.error();
    return http::ok(to_json(*seen));
}

Result<http::Reply>
post_test(http::Request const& request, House const& house, notify::Trials const& trials)
{
    auto const draft = request.body_as<Draft>();
    if (!draft)
        return draft.error();
    if (auto const turn = trials.take_turn(request.actor, house.clock.now()); !turn)
        return turn.error();
    notify::TrialWanted const wanted{
        .channel = draft->channel.value_or(notify::Medium::mail),
        .brand = draft->brand,
        .language = draft->language,
        .to = draft->to.value_or(""),
        .webhook = draft->webhook};
    auto const trial =
        rehearse(request, house, *draft, [&](Call& call, notify::About const& about) {
            return trials.trial_of(call, about, wanted);
        });
    if (!trial)
        return trial.error();
    auto const sent = (*trial)(house, request.actor);
    if (!sent)
        return sent.error();
    return http::ok(to_json(*sent));
}

}  // namespace

void add_draft_routes(http::Table& table, Sight const& sight)
{
    table
        .work(
            "POST", "/api/v1/notices/previews", Right::publish_status,
            [sight](http::Request const& request, House& house) {
                return post_previews(request, house, sight);
            })
        .says("How a word would look to its readers by each channel, and what it changes, if it "
              "were said now.")
        .takes<Draft>()
        .gives<Seen>();
    // Shared, because the table copies what it keeps.
    auto const trials = std::make_shared<notify::Trials>(sight.channels);
    table
        .work(
            "POST", "/api/v1/notices/test-send", Right::publish_status,
            [trials](http::Request const& request, House& house) {
                return post_test(request, house, *trials);
            })
        .says("Sends what a word would become for trial: by mail to the person who asks, by SMS "
              "to a number, or to one of the webhooks that would be told.")
        .takes<Draft>()
        .gives<notify::TrialSent>();
}

}  // namespace tellfirst::status
