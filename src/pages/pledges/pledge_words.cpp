#include "pages/pledges/pledge_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr PledgeWords english{
    .title = "How we tell you",
    .intro =
        "When you hear of trouble and of planned work, and how often we kept to it in the last "
        "90 days.",
    .notice = "Planned work: at least {} before it begins.",
    .hours = "{} hours",
    .one_hour = "1 hour",
    .first_word = "Trouble: the first word within {} of its beginning.",
    .minutes = "{} minutes",
    .one_minute = "1 minute",
    .next_words =
        "Each word on trouble says when it should be over or when the next word comes; that "
        "next word comes in time.",
    .estimates = "The time that we name last for the end is kept.",
    .everywhere = "Everything stands at once on this page, in its feeds and in its calendar.",
    .by_mail = "By e-mail, unless you choose otherwise: {}.",
    .nothing_by_mail = "By e-mail only what you choose.",
    .by_sms = "By SMS, where we have your number: {}.",
    .by_push = "In each browser that you allow to show it: {}.",
    .record = "kept {} of {} ({} %)",
    .no_record = "nothing yet",
    .for_all = "For everybody",
    .planned = "planned work",
    .unplanned = "trouble",
    .recovery = "its end",
    .news = "news",
    .tickets = "answers to your questions"};

constexpr PledgeWords german{
    .title = "So sagen wir es Ihnen",
    .intro = "Wann Sie von Störungen und geplanten Arbeiten hören, und wie oft wir uns in den "
             "letzten 90 Tagen daran gehalten haben.",
    .notice = "Geplante Arbeiten: mindestens {} vor Beginn.",
    .hours = "{} Stunden",
    .one_hour = "1 Stunde",
    .first_word = "Störungen: das erste Wort innerhalb von {} nach Beginn.",
    .minutes = "{} Minuten",
    .one_minute = "1 Minute",
    .next_words =
        "Jedes Wort zu einer Störung sagt, wann sie vorbei sein soll oder wann das nächste "
        "Wort kommt; dieses kommt rechtzeitig.",
    .estimates = "Die Zeit, die wir zuletzt für das Ende nennen, wird eingehalten.",
    .everywhere = "Alles steht sofort auf dieser Seite, in ihren Feeds und in ihrem Kalender.",
    .by_mail = "Per E-Mail, wenn Sie nichts anderes wählen: {}.",
    .nothing_by_mail = "Per E-Mail nur, was Sie wählen.",
    .by_sms = "Per SMS, wenn wir Ihre Nummer haben: {}.",
    .by_push = "In jedem Browser, dem Sie es erlauben: {}.",
    .record = "{} von {} gehalten ({} %)",
    .no_record = "noch nichts",
    .for_all = "Für alle",
    .planned = "geplante Arbeiten",
    .unplanned = "Störungen",
    .recovery = "deren Ende",
    .news = "Neuigkeiten",
    .tickets = "Antworten auf Ihre Fragen"};

}  // namespace

PledgeWords const& pledge_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

}  // namespace tellfirst::pages
