#include "pages/sign_in.hpp"

#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {

void ask_for_link(Call& call, Email const& email)
{
    // Asked twice before the first was looked at: one mail.
    jobs::later(
        call, {.kind = send_link_job,
               .body = to_json(LinkWanted{.email = email}),
               .due_at = call.now,
               .key = email.key()});
}

Result<void> send_link(Call& call, jobs::Job const& job)
{
    auto const wanted = job.body_as<LinkWanted>();
    if (!wanted)
        return wanted.error();
    auto const contact = accounts::find_contact_by_email(call.tx, wanted->email);
    if (!contact || accounts::sign_in_links_made(call, contact->id) >= most_links)
        return {};
    auto const brand = accounts::brand_of(call, contact->id);
    auto const& texts = texts_in(words::language_of(contact->language));
    auto const link = fmt::format(
        "{}/portal/sign-in/{}", brand.url, accounts::make_sign_in_link_secret(call, contact->id));
    auto const of_brand = fmt::arg("brand", brand.name);
    notify::send(
        call, {.to = contact->id,
               .from = brand.mail_from,
               .from_name = brand.mail_name,
               .subject = fmt::format(fmt::runtime(texts.mail_subject), of_brand),
               .text = fmt::format(fmt::runtime(texts.mail_text), of_brand, fmt::arg("link", link)),
               .automatic = true,
               .about = contact->id.text()});
    return {};
}

}  // namespace tellfirst::pages
