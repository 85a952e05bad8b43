#include "pages/subscribing/subscribe_routes.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "pages/asked.hpp"
#include "pages/subscribing/subscribe_pages.hpp"
#include "pages/subscribing/subscribe_words.hpp"
#include "pages/subscribing/subscribing.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

// Scanners of mail follow links: GET behind a mailed link only asks, POST acts.
namespace tellfirst::pages {
namespace {

using accounts::Topic;

// What is typed again must not grow without end.
constexpr std::size_t longest_typed = 254;

// What a stranger can hear about; of tickets only those hear who have some.
constexpr std::array offered{Topic::planned, Topic::unplanned, Topic::recovery, Topic::news};

struct Reading {
    accounts::ResolvedBrand brand;
    words::Language language;
};

Reading reading_of(http::Request const& request, Call& call)
{
    auto brand = brand_asked(request, call);
    auto const language = language_asked(request, brand);
    return {std::move(brand), language};
}

std::string_view field(http::Form const& form, std::string_view name)
{
    auto const found = form.find(name);
    return found == form.end() ? std::string_view{} : trim(found->second);
}

// A banner stands on a page of somebody else's, and must know whether it was heard. It sends no
// cookie, and learns nothing that is not the same for all.
http::Reply for_any_page(http::Reply reply)
{
    reply.headers.emplace_back("access-control-allow-origin", "*");
    return reply;
}

Result<http::Reply> get_form(http::Request const& request, Call& call)
{
    auto reading = reading_of(request, call);
    return http::page(
        200, render(SubscribeForm{
                 .language = reading.language,
                 .brand = std::move(reading.brand),
                 .services = {.offered = offered_services(call.tx)}}));
}

Result<http::Reply> post_form(http::Request const& request, Call& call)
{
    auto const form = request.form();
    if (!form)
        return form.error();
    auto reading = reading_of(request, call);
    auto const typed = field(*form, "email");
    auto const email = Email::parse(typed);
    std::vector<Topic> topics;
    std::ranges::copy_if(offered, std::back_inserter(topics), [&](Topic topic) {
        return form->contains(name_of(topic));
    });
    ServiceChoice services{.offered = offered_services(call.tx)};
    services.chosen = read_services(*form, services);
    bool const none_ticked = services.chosen && services.chosen->empty();
    if (!email || topics.empty() || none_ticked)
        return for_any_page(http::page(
            422, render(SubscribeForm{
                     .language = reading.language,
                     .brand = std::move(reading.brand),
                     .typed = std::string{cut_utf8(typed, longest_typed)},
                     .wrong_address = !email,
                     .wrong_topics = topics.empty(),
                     .services = std::move(services),
                     .wrong_services = none_ticked})));
    ask_to_subscribe(
        call, {.email = *email,
               .brand = reading.brand.id,
               .language = std::string{subscribe_words_in(reading.language).tag},
               .zone = std::string{cut_utf8(field(*form, "zone"), longest_typed)},
               .topics = std::move(topics),
               .origin = origin_of(request, call, "subscribe"),
               .services = std::move(services.chosen)});
    auto const& words = subscribe_words_in(reading.language);
    return for_any_page(http::page(
        200, render(Saying{
                 .language = reading.language,
                 .brand = std::move(reading.brand),
                 .heading = words.sent_heading,
                 .sentences = {words.sent_text, words.sent_hint}})));
}

Result<http::Reply> get_link(http::Request const& request, Call& call)
{
    auto reading = reading_of(request, call);
    auto const& words = subscribe_words_in(reading.language);
    return http::page(
        200, render(Saying{
                 .language = reading.language,
                 .brand = std::move(reading.brand),
                 .heading = words.confirm_heading,
                 .sentences = {words.confirm_text},
                 .button = Saying::Button{.text = words.confirm}}));
}

Result<http::Reply> post_link(http::Request const& request, Call& call)
{
    auto reading = reading_of(request, call);
    auto const& words = subscribe_words_in(reading.language);
    auto const contact = accounts::confirm(call, request.names.at("secret"));
    if (!contact)
        return http::page(
            http::status_of(contact.error().kind),
            render(Saying{
                .language = reading.language,
                .brand = std::move(reading.brand),
                .heading = words.spent_heading,
                .sentences = {words.spent_text},
                .way = Saying::Way{words.again, "/subscribe"}}));
    return http::page(
        200, render(Saying{
                 .language = reading.language,
                 .brand = std::move(reading.brand),
                 .heading = words.done_heading,
                 .sentences = {words.done_text},
                 .way = Saying::Way{
                     words.change, accounts::own_path(call.settings.secret, contact->id)}}));
}

// --- inviting a plan ---

struct InvitationWish {
    static constexpr std::array<std::string_view, 0> required{};
    bool dry_run = false;  // only say what would happen
};
BOOST_DESCRIBE_STRUCT(InvitationWish, (), (dry_run))

Result<http::Reply> post_invitations(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId, InvitationWish>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_ok(
        asked->wish.dry_run ? accounts::who_would_be_invited(call, asked->id)
                            : invite(call, asked->id));
}

Result<http::Reply> get_invitations(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_ok(accounts::invitations_of(call.tx, asked->id));
}

}  // namespace

void add_subscribe_routes(http::Table& table)
{
    table.get("/subscribe", Right::anyone, get_form)
        .says("The form by which somebody asks to be told by mail.");
    table.post("/subscribe", Right::anyone, post_form)
        .says("Mails a link that confirms it; says the same about any address.");
    table.get("/confirm/{secret}", Right::anyone, get_link)
        .says("The page behind a mailed link; asks before it is used up.");
    table.post("/confirm/{secret}", Right::anyone, post_link)
        .says("Uses up a mailed link: from now on its reader hears from us.")
        .holds_secret();
    table.post("/api/v1/plans/{id}/invitations", Right::write_accounts, post_invitations)
        .says("Invites every contact of a plan who has not confirmed; until they do, announcements "
              "do not go to them")
        .takes<InvitationWish>()
        .gives<accounts::Invited>();
    table.get("/api/v1/plans/{id}/invitations", Right::read_accounts, get_invitations)
        .says("How many contacts of a plan were invited, and have confirmed")
        .gives<accounts::Invitations>();
}

}  // namespace tellfirst::pages
