#include "notify/webhooks/letter.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;

namespace {

Letter letter(DisabledBecause because, std::string language)
{
    Webhook webhook{};
    webhook.id = WebhookId{77};
    webhook.url = "https://hooks.example/in?key={reason}";
    webhook.disabled_because = because;
    webhook.version = 4;
    accounts::Contact contact;
    contact.id = ContactId{5};
    contact.language = std::move(language);
    accounts::ResolvedBrand brand;
    brand.mail_from = Email::parse("care@lens.test").value();
    brand.mail_name = "Lens Care";
    return disabled_letter(webhook, contact, brand);
}

}  // namespace

TEST_CASE("disabled_letter: says which webhook and why, in the reader's language and brand")
{
    auto const gone = letter(DisabledBecause::gone, "en");
    CHECK(gone.text.contains("https://hooks.example/in?key={reason}"));
    CHECK(gone.text.contains("because it answered that it is gone (410)."));
    CHECK(gone.from.text() == "care@lens.test");
    CHECK(gone.from_name == "Lens Care");
    CHECK(letter(DisabledBecause::silent, "en").text.contains("well for five days."));
    auto const german = letter(DisabledBecause::silent, "de-CH");
    CHECK(german.subject == "Ihr Webhook ist abgeschaltet");
    CHECK(german.text.contains("Er hat seit f\u00fcnf Tagen"));
}

TEST_CASE("disabled_letter: is one for each contact and each time")
{
    auto const one = letter(DisabledBecause::gone, "en");
    CHECK(one.key == letter(DisabledBecause::silent, "de").key);
    CHECK(one.key.contains(ContactId{5}.text()));
    CHECK(one.key.contains(":4:"));
}
