#include "pages/subscribing/subscribe_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr SubscribeWords english{
    .tag = "en",
    .link = "Get it by mail",
    .heading = "Hear it from us",
    .text = "We mail you when something is wrong, when it works again, and before we work on it.",
    .email = "E-mail address",
    .topics = "What do you want to hear about?",
    .planned = "Planned maintenance",
    .unplanned = "Outages",
    .recovery = "The end of outages",
    .news = "News",
    .send = "Subscribe",
    .not_an_address = "This is not an e-mail address. Please look at it again.",
    .no_topics = "Please choose at least one.",
    .services = "About which services?",
    .all_services = "All, also those that come later",
    .some_services = "Only some",
    .no_services = "Please choose at least one service, or all.",
    .none_left = "None of the services that you chose is here any more, so announcements do not "
                 "come. Please choose anew.",
    .sent_heading = "Look into your mailbox",
    .sent_text = "A mail with a link is on its way. With it you confirm that you want to hear "
                 "from us; until then nothing else comes.",
    .sent_hint = "The link works once, within 7 days.",
    .confirm_heading = "Shall we tell you?",
    .confirm_text = "One step is left, so that nobody but you subscribes your address.",
    .confirm = "Yes, tell me",
    .done_heading = "You will hear from us",
    .done_text = "Each of our mails has a link by which you change that, or end it.",
    .change = "Choose what you hear, how and when",
    .spent_heading = "This link does not work any more",
    .spent_text = "It was used already, or it is too old.",
    .again = "Subscribe",
    .mail_subject = "Please confirm: {brand}",
    .mail_text =
        "Hello,\n\nsomebody asked {brand} to tell this address of outages and planned "
        "maintenance. If that was you, please confirm it here:\n\n{link}\n\nThe link works "
        "once, within 7 days.\n\nIf it was not you, you need not do anything: nothing "
        "else will come.",
    .invitation_subject = "May we tell you? {brand}",
    .invitation_text =
        "Hello,\n\n{brand} would like to tell you of outages and planned maintenance that concern "
        "you. If you want to hear of them, please confirm it here:\n\n{link}\n\nThe link works "
        "once, within 30 days. Afterwards you choose what you hear, how and when.\n\nIf you do "
        "not want to, you need not do anything: we write no more about it.",
};

constexpr SubscribeWords german{
    .tag = "de",
    .link = "Per E-Mail erfahren",
    .heading = "Erfahren Sie es von uns",
    .text = "Wir schreiben Ihnen, wenn etwas gestört ist, wenn es wieder geht und bevor wir daran "
            "arbeiten.",
    .email = "E-Mail-Adresse",
    .topics = "Wovon möchten Sie erfahren?",
    .planned = "Geplante Wartungen",
    .unplanned = "Störungen",
    .recovery = "Ende von Störungen",
    .news = "Neuigkeiten",
    .send = "Abonnieren",
    .not_an_address = "Das ist keine E-Mail-Adresse. Bitte sehen Sie noch einmal nach.",
    .no_topics = "Bitte wählen Sie mindestens eines.",
    .services = "Zu welchen Diensten?",
    .all_services = "Zu allen, auch zu künftigen",
    .some_services = "Nur zu einigen",
    .no_services = "Bitte wählen Sie mindestens einen Dienst oder alle.",
    .none_left = "Keiner der Dienste, die Sie gewählt haben, steht noch hier, darum kommen keine "
                 "Mitteilungen. Bitte wählen Sie neu.",
    .sent_heading = "Sehen Sie in Ihr Postfach",
    .sent_text = "Eine Nachricht mit einem Link ist unterwegs. Mit ihm bestätigen Sie, dass Sie "
                 "von uns hören möchten; bis dahin kommt nichts anderes.",
    .sent_hint = "Der Link gilt einmal, innerhalb von 7 Tagen.",
    .confirm_heading = "Sollen wir es Ihnen sagen?",
    .confirm_text = "Ein Schritt fehlt noch, damit niemand außer Ihnen Ihre Adresse anmeldet.",
    .confirm = "Ja, sagen Sie es mir",
    .done_heading = "Sie hören von uns",
    .done_text =
        "In jeder unserer Nachrichten steht ein Link, mit dem Sie das ändern oder beenden.",
    .change = "Wählen, was Sie wie und wann erfahren",
    .spent_heading = "Dieser Link gilt nicht mehr",
    .spent_text = "Er wurde schon benutzt oder ist zu alt.",
    .again = "Abonnieren",
    .mail_subject = "Bitte bestätigen: {brand}",
    .mail_text = "Guten Tag,\n\njemand hat {brand} gebeten, dieser Adresse Störungen und geplante "
                 "Wartungen zu melden. Wenn Sie das waren, bestätigen Sie es bitte hier:\n\n{link}"
                 "\n\nDer Link gilt einmal, innerhalb von 7 Tagen.\n\nWenn Sie es nicht waren, "
                 "brauchen Sie nichts zu tun: Es kommt nichts weiter.",
    .invitation_subject = "Dürfen wir es Ihnen sagen? {brand}",
    .invitation_text =
        "Guten Tag,\n\n{brand} möchte Ihnen Störungen und geplante Wartungen melden, die Sie "
        "betreffen. Wenn Sie davon erfahren möchten, bestätigen Sie es bitte hier:\n\n{link}\n\n"
        "Der Link gilt einmal, innerhalb von 30 Tagen. Danach wählen Sie, was Sie wie und wann "
        "erfahren.\n\nWenn Sie nicht möchten, brauchen Sie nichts zu tun: Wir schreiben Ihnen "
        "darüber nicht mehr.",
};

JsonObject labels_of(SubscribeWords const& said)
{
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<SubscribeWords>>(
        [&](auto member) { labels.emplace(member.name, said.*member.pointer); });
    return labels;
}

}  // namespace

SubscribeWords const& subscribe_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject const& subscribe_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english);
    static JsonObject const in_german = labels_of(german);
    return language == words::Language::de ? in_german : in_english;
}

}  // namespace tellfirst::pages
