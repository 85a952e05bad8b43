#include "pages/subscribing/subscribing.hpp"

#include "notify/notify.hpp"
#include "pages/subscribing/subscribe_words.hpp"

namespace tellfirst::pages {
namespace {

enum class Occasion { subscription, invitation };

// Whom one act invited, from behind one of them.
struct Rest {
    accounts::InvitationWave wave;
    std::optional<ContactId> after;
};
BOOST_DESCRIBE_STRUCT(Rest, (), (wave, after))

void send_rest(Call& call, Rest const& rest)
{
    jobs::later(
        call, {.kind = send_invitations_job,
               .body = to_json(rest),
               .due_at = call.now,
               .key = rest.wave.plan.text() + " " + to_rfc3339(rest.wave.at)});
}

// In the name of his brand and in his language.
void mail_link(Call& call, accounts::ConfirmationLink const& link, Occasion occasion)
{
    auto const contact = accounts::find_contact(call.tx, link.contact);
    auto const brand = accounts::brand_of(call, link.contact);
    auto const& words = subscribe_words_in(words::language_of(contact->language));
    bool const invites = occasion == Occasion::invitation;
    auto const of_brand = fmt::arg("brand", brand.name);
    auto const url = fmt::format("{}/confirm/{}", brand.url, link.secret);
    notify::send(
        call, {.to = link.contact,
               .from = brand.mail_from,
               .from_name = brand.mail_name,
               .subject = fmt::format(
                   fmt::runtime(invites ? words.invitation_subject : words.mail_subject), of_brand),
               .text = fmt::format(
                   fmt::runtime(invites ? words.invitation_text : words.mail_text), of_brand,
                   fmt::arg("link", url)),
               .automatic = true,
               .about = link.contact.text()});
}

}  // namespace

void ask_to_subscribe(Call& call, accounts::Subscription const& wish)
{
    // Asked twice before the first was looked at: one mail.
    jobs::later(
        call, {.kind = send_confirmation_job,
               .body = to_json(wish),
               .due_at = call.now,
               .key = wish.email.key()});
}

Result<void> send_confirmation(Call& call, jobs::Job const& job)
{
    auto const wish = job.body_as<accounts::Subscription>();
    if (!wish)
        return wish.error();
    if (auto const link = accounts::subscribe(call, *wish))
        mail_link(call, *link, Occasion::subscription);
    return {};
}

Result<accounts::Invited> invite(Call& call, PlanId plan)
{
    auto const invited = accounts::invite_plan(call, plan);
    if (invited && invited->invited > 0)
        send_rest(call, {.wave = {.plan = plan, .at = call.now}, .after = {}});
    return invited;
}

Result<void> send_invitations(Call& call, jobs::Job const& job)
{
    auto const rest = job.body_as<Rest>();
    if (!rest)
        return rest.error();
    auto const links =
        accounts::next_invitations(call, rest->wave, rest->after, invitations_at_once);
    for (auto const& link : links)
        mail_link(call, link, Occasion::invitation);
    if (std::ssize(links) == invitations_at_once)
        send_rest(call, {.wave = rest->wave, .after = links.back().contact});
    return {};
}

}  // namespace tellfirst::pages
