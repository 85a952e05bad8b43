#include "pages/preferences/centre_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr CentreWords english{
    .link = "What you hear from us",
    .heading = "What you hear from us",
    .saved = "Saved. It holds from now on.",
    .not_confirmed = "You were invited and have not confirmed yet, so announcements do not come. "
                     "The mail with the invitation holds the link.",
    .what = "What, and how",
    .topic = "About",
    .planned = "Planned maintenance",
    .unplanned = "Outages",
    .recovery = "The end of outages",
    .news = "News",
    .mail = "Mail",
    .sms = "SMS",
    .push = "Browser",
    .push_hint = "A browser tells you once you have switched it on there, on your own page.",
    .tickets_hint = "Answers to your questions come by mail, whatever you choose here.",
    .which = "Services",
    .when = "When",
    .quiet_text = "Quiet hours: what comes in between waits for their end. Leave both empty for "
                  "none.",
    .quiet_from = "Quiet from",
    .quiet_to = "Until",
    .except_outages = "Outages may come all the same",
    .digest = "Once a day at",
    .digest_text = "Planned maintenance and news in one mail. Leave it empty to get them as they "
                   "come.",
    .how = "In which form",
    .short_text = "Short mails: their first lines only, fit to be forwarded as an SMS",
    .language = "Language",
    .zone = "Time zone",
    .phone = "Mobile number",
    .phone_hint = "With its country code, such as +49 151 23456789. For SMS only.",
    .save = "Save",
    .wrong = "Something here does not fit. Nothing was saved yet.",
    .wrong_phone = "For SMS we need a mobile number with its country code, such as +49 151 "
                   "23456789.",
    .wrong_quiet = "Please give both times, such as 22:00 and 07:00.",
    .wrong_digest = "Please give a time, such as 08:00.",
    .wrong_zone = "We do not know this time zone. One that we know is Europe/Berlin.",
    .held = "What we hold",
    .held_text = "A copy of all that we hold of you, or its end. Because whoever has one of our "
                 "mails can open this page, a link for either goes to your mailbox first.",
    .download = "Mail me a link to the copy",
    .erase = "Mail me a link that erases me",
};

constexpr CentreWords german{
    .link = "Was Sie von uns hören",
    .heading = "Was Sie von uns hören",
    .saved = "Gespeichert. Es gilt ab sofort.",
    .not_confirmed = "Sie wurden eingeladen und haben noch nicht bestätigt, darum kommen keine "
                     "Mitteilungen. Der Link steht in der Einladung.",
    .what = "Was und wie",
    .topic = "Wovon",
    .planned = "Geplante Wartungen",
    .unplanned = "Störungen",
    .recovery = "Ende von Störungen",
    .news = "Neuigkeiten",
    .mail = "E-Mail",
    .sms = "SMS",
    .push = "Browser",
    .push_hint = "Ein Browser meldet sich, sobald Sie es in ihm auf Ihrer Seite eingeschaltet "
                 "haben.",
    .tickets_hint = "Antworten auf Ihre Fragen kommen per E-Mail, was immer Sie hier wählen.",
    .which = "Dienste",
    .when = "Wann",
    .quiet_text = "Ruhezeit: Was dazwischen kommt, wartet bis zu ihrem Ende. Lassen Sie beides "
                  "leer für keine.",
    .quiet_from = "Ruhe von",
    .quiet_to = "Bis",
    .except_outages = "Störungen dürfen trotzdem kommen",
    .digest = "Einmal am Tag um",
    .digest_text = "Geplante Wartungen und Neuigkeiten in einer Nachricht. Lassen Sie es leer, "
                   "damit sie einzeln kommen.",
    .how = "In welcher Form",
    .short_text = "Kurze Nachrichten: nur die ersten Zeilen, zum Weiterleiten als SMS",
    .language = "Sprache",
    .zone = "Zeitzone",
    .phone = "Mobilnummer",
    .phone_hint = "Mit Landesvorwahl, zum Beispiel +49 151 23456789. Nur für SMS.",
    .save = "Speichern",
    .wrong = "Etwas passt hier nicht. Es ist noch nichts gespeichert.",
    .wrong_phone = "Für SMS brauchen wir eine Mobilnummer mit Landesvorwahl, zum Beispiel +49 151 "
                   "23456789.",
    .wrong_quiet = "Bitte geben Sie beide Zeiten an, zum Beispiel 22:00 und 07:00.",
    .wrong_digest = "Bitte geben Sie eine Uhrzeit an, zum Beispiel 08:00.",
    .wrong_zone = "Diese Zeitzone kennen wir nicht. Wir kennen zum Beispiel Europe/Berlin.",
    .held = "Was wir wissen",
    .held_text = "Eine Kopie von allem, was wir über Sie wissen, oder dessen Ende. Weil diese "
                 "Seite öffnen kann, wer eine unserer Nachrichten hat, geht der Link dazu zuerst "
                 "an Ihr Postfach.",
    .download = "Link zur Kopie senden",
    .erase = "Link zum Löschen senden",
};

JsonObject labels_of(CentreWords const& said)
{
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<CentreWords>>(
        [&](auto member) { labels.emplace(member.name, said.*member.pointer); });
    return labels;
}

}  // namespace

CentreWords const& centre_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject const& centre_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english);
    static JsonObject const in_german = labels_of(german);
    return language == words::Language::de ? in_german : in_english;
}

std::string_view words_of(accounts::Topic topic, CentreWords const& words)
{
    using enum accounts::Topic;
    switch (topic) {
    case planned: return words.planned;
    case unplanned: return words.unplanned;
    case recovery: return words.recovery;
    case news: return words.news;
    case tickets: return {};  // not offered
    }
    return words.news;
}

std::string_view words_of(accounts::Channel channel, CentreWords const& words)
{
    using enum accounts::Channel;
    switch (channel) {
    case mail: return words.mail;
    case sms: return words.sms;
    case push: return words.push;
    case webhook: return {};  // an account's, which no contact chooses
    }
    return words.mail;
}

}  // namespace tellfirst::pages
