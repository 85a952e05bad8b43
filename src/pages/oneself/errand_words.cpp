#include "pages/oneself/errand_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr ErrandWords english{
    .sent_heading = "Look into your mailbox",
    .sent_text = "A mail with a link is on its way. Nothing happens until you use it.",
    .sent_hint = "The link works once, within 24 hours. Who asks very often gets no more of them "
                 "for a day.",
    .back = "Back to what you hear",
    .spent_heading = "This link does not work any more",
    .spent_text = "It was used already, or it is too old. Each of our mails leads to the page on "
                  "which you ask for a new one.",
    .copy =
        {.heading = "What we hold of you",
         .text = "All of it, as a file (JSON). This link gives it to you once.",
         .button = "Download it",
         .mail_subject = "What we hold of you: {brand}",
         .mail_text =
             "Hello,\n\nsomebody asked for a copy of what {brand} holds of you. If that was you, "
             "here it is:\n\n{link}\n\nThe link works once, within 24 hours.\n\n{otherwise}"},
    .erase =
        {.heading = "Erase what we hold of you?",
         .text = "Your name, address, number and choices go at once, as do your sign-ins, the "
                 "links in our mails and the texts of letters to you. Nothing will reach you any "
                 "more. This cannot be taken back.",
         .button = "Yes, erase me",
         .mail_subject = "Shall we erase you? {brand}",
         .mail_text = "Hello,\n\nsomebody asked {brand} to erase what it holds of you. If that was "
                      "you, confirm it here:\n\n{link}\n\nThe link works once, within 24 "
                      "hours.\n\n{otherwise}"},
    .stays = "What stays: that somebody was told of an outage, and when, without your name and "
             "address; promises that we made; and what was written in tickets.",
    .keep = "No, back to what I hear",
    .erased_heading = "You are erased",
    .erased_text = "We hold neither your name nor your address any more.",
    .mail_otherwise = "If it was not you, you need not do anything. Whoever has one of our mails "
                      "to you, such as one that you forwarded, can ask for this, but only this "
                      "mail does it.",
};

constexpr ErrandWords german{
    .sent_heading = "Sehen Sie in Ihr Postfach",
    .sent_text = "Eine Nachricht mit einem Link ist unterwegs. Bis Sie ihn benutzen, geschieht "
                 "nichts.",
    .sent_hint = "Der Link gilt einmal, innerhalb von 24 Stunden. Wer sehr oft darum bittet, "
                 "bekommt einen Tag lang keine weiteren.",
    .back = "Zurück zu dem, was Sie hören",
    .spent_heading = "Dieser Link gilt nicht mehr",
    .spent_text = "Er wurde schon benutzt oder ist zu alt. Jede unserer Nachrichten führt zu der "
                  "Seite, auf der Sie um einen neuen bitten.",
    .copy =
        {.heading = "Was wir über Sie wissen",
         .text = "Alles davon, als Datei (JSON). Dieser Link gibt sie Ihnen einmal.",
         .button = "Herunterladen",
         .mail_subject = "Was wir über Sie wissen: {brand}",
         .mail_text = "Guten Tag,\n\njemand hat um eine Kopie dessen gebeten, was {brand} über Sie "
                      "weiß. Wenn Sie das waren, ist sie hier:\n\n{link}\n\nDer Link gilt einmal, "
                      "innerhalb von 24 Stunden.\n\n{otherwise}"},
    .erase =
        {.heading = "Löschen, was wir über Sie wissen?",
         .text = "Ihr Name, Ihre Adresse, Nummer und Auswahl werden sofort gelöscht, ebenso Ihre "
                 "Anmeldungen, die Links in unseren Nachrichten und die Texte der Briefe an Sie. "
                 "Nichts erreicht Sie danach noch. Das lässt sich nicht rückgängig machen.",
         .button = "Ja, mich löschen",
         .mail_subject = "Sollen wir Sie löschen? {brand}",
         .mail_text = "Guten Tag,\n\njemand hat {brand} gebeten, zu löschen, was dort über Sie "
                      "gespeichert ist. Wenn Sie das waren, bestätigen Sie es hier:\n\n{link}\n\n"
                      "Der Link gilt einmal, innerhalb von 24 Stunden.\n\n{otherwise}"},
    .stays = "Was bleibt: dass jemand von einer Störung erfuhr und wann, ohne Ihren Namen und "
             "Ihre Adresse; Zusagen, die wir gemacht haben; und was in Anfragen steht.",
    .keep = "Nein, zurück zu meiner Auswahl",
    .erased_heading = "Sie sind gelöscht",
    .erased_text = "Wir haben weder Ihren Namen noch Ihre Adresse mehr.",
    .mail_otherwise = "Wenn Sie es nicht waren, brauchen Sie nichts zu tun. Darum bitten kann, wer "
                      "eine unserer Nachrichten an Sie hat, etwa weil Sie sie weitergeleitet "
                      "haben; erledigt wird es nur mit dieser.",
};

}  // namespace

ErrandWords const& errand_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

ErrandWords::Said const& words_of(Errand errand, ErrandWords const& words)
{
    switch (errand) {
    case Errand::copy: return words.copy;
    case Errand::erase: return words.erase;
    }
    return words.copy;
}

}  // namespace tellfirst::pages
