#include "notify/webhooks/letter.hpp"

#include "wire/words/moments.hpp"

namespace tellfirst::notify {
namespace {

struct LetterTexts {
    std::string_view subject;
    std::string_view body;  // {url}, {reason}
    std::string_view gone, silent;
};

constexpr LetterTexts english{
    .subject = "Your webhook is switched off",
    .body = "We have stopped posting our notices to your webhook\n\n{url}\n\nbecause {reason}. "
            "What is announced from now on will not reach it; mails are sent as before.\n\n"
            "When it answers again, ask us to switch it on. We will test it then.",
    .gone = "it answered that it is gone (410)",
    .silent = "it has not answered well for five days"};

constexpr LetterTexts german{
    .subject = "Ihr Webhook ist abgeschaltet",
    .body =
        "Wir senden unsere Meldungen nicht mehr an Ihren Webhook\n\n{url}\n\n{reason}. Was wir "
        "von jetzt an ank\u00fcndigen, erreicht ihn nicht; E-Mails kommen wie bisher.\n\n"
        "Sobald er wieder antwortet, bitten Sie uns, ihn einzuschalten. Wir pr\u00fcfen ihn dann.",
    .gone = "Er hat geantwortet, dass es ihn nicht mehr gibt (410)",
    .silent = "Er hat seit f\u00fcnf Tagen nicht mehr ordentlich geantwortet"};

LetterTexts const& texts_in(words::Language language)
{
    switch (language) {
    case words::Language::en: return english;
    case words::Language::de: return german;
    }
    return english;
}

}  // namespace

Letter disabled_letter(
    Webhook const& webhook, accounts::Contact const& to, accounts::ResolvedBrand const& brand)
{
    auto const& texts = texts_in(words::language_of(to.language));
    bool const is_gone = webhook.disabled_because == DisabledBecause::gone;
    return {
        .to = to.id,
        .from = brand.mail_from,
        .from_name = brand.mail_name,
        .reply_to = std::nullopt,
        .subject = std::string{texts.subject},
        .text = fmt::format(
            fmt::runtime(texts.body), fmt::arg("url", webhook.url),
            fmt::arg("reason", is_gone ? texts.gone : texts.silent)),
        .automatic = false,
        .about = webhook.id.text(),
        .key = fmt::format("{}:{}:{}", webhook.id.text(), webhook.version, to.id.text())};
}

}  // namespace tellfirst::notify
