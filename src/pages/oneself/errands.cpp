#include "pages/oneself/errands.hpp"

#include "accounts/accounts.hpp"
#include "kernel/digest.hpp"
#include "notify/notify.hpp"
#include "pages/oneself/errand_store.hpp"
#include "pages/oneself/errand_words.hpp"

namespace tellfirst::pages {
namespace {

// A secret holds 256 random bits, so a plain hash cannot be guessed backwards.
db::Blob hash_of(std::string_view secret)
{
    return {sha256(secret)};
}

// In the name of his brand and in his language.
void mail_link(Call& call, WantedErrand const& wanted, std::string_view secret)
{
    auto const contact = accounts::find_contact(call.tx, wanted.contact);
    auto const brand = accounts::brand_of(call, wanted.contact);
    auto const& words = errand_words_in(words::language_of(contact->language));
    auto const& said = words_of(wanted.errand, words);
    auto const of_brand = fmt::arg("brand", brand.name);
    auto const url = fmt::format("{}/mine/{}", brand.url, secret);
    notify::send(
        call, {.to = wanted.contact,
               .from = brand.mail_from,
               .from_name = brand.mail_name,
               .subject = fmt::format(fmt::runtime(said.mail_subject), of_brand),
               .text = fmt::format(
                   fmt::runtime(said.mail_text), of_brand, fmt::arg("link", url),
                   fmt::arg("otherwise", words.mail_otherwise)),
               .automatic = true,
               .about = wanted.contact.text()});
}

}  // namespace

void ask_for(Call& call, Errand errand, ContactId contact)
{
    store::forget_expired_errands(call.tx, call.now);
    if (store::count_errands(call.tx, contact) >= most_errand_links)
        return;
    auto const secret = random_secret();
    WantedErrand const wanted{.contact = contact, .errand = errand};
    store::add_errand(call.tx, hash_of(secret), wanted, call.now + errand_link_life);
    mail_link(call, wanted, secret);
}

std::optional<WantedErrand> errand_behind(Call& call, std::string_view secret)
{
    return store::find_errand(call.tx, hash_of(secret), call.now);
}

std::optional<WantedErrand> spend_errand(Call& call, std::string_view secret)
{
    return store::spend_errand(call.tx, hash_of(secret), call.now);
}

}  // namespace tellfirst::pages
