#include "notify/texts.hpp"

namespace tellfirst::notify {
namespace {

constexpr Texts english{
    .tag = "en",
    .degraded = "slow or partly failing",
    .partial = "partly down",
    .major = "down",
    .maintenance = "in maintenance",
    .operational = "working",
    .disturbed = "disturbed",
    .investigating = "looking for the cause",
    .identified = "cause found",
    .monitoring = "watching the fix",
    .resolved = "resolved",
    .window_planned = "maintenance planned",
    .window_cancelled = "planned maintenance cancelled",
    .by = "expected back by {time}",
    .within = "expected back within {bound}, by {time}",
    .between = "expected back between {from} and {to}",
    .next_word = "end not known yet, next word by {time}",
    .back_since = "working again since {time}",
    .back = "working again",
    .window_span = "{from} to {to}",
    .and_more = "{first} and {count} more",
    .hello = "Hello,",
    .hello_name = "Hello {name},",
    .services = "Services",
    .state = "State",
    .expected = "Outlook",
    .next_word_label = "Next word",
    .started = "Started",
    .ended = "Ended",
    .before = "Before",
    .starts = "Starts",
    .ends = "Ends",
    .status_page = "Status page",
    .why = "You get this mail because you use these services.",
    .why_account = "You get this mail because {account} uses these services.",
    .stop = "No more mails of this kind",
    .stop_question = "Do you want no more mails about {topic}?",
    .stop_button = "No more mails of this kind",
    .stopped = "You will get no more mails about {topic}.",
    .stop_unknown = "This link is not complete. Please copy all of it from the mail.",
    .planned = "planned maintenance",
    .unplanned = "outages",
    .recovery = "the end of outages",
    .news = "news",
    .tickets = "your tickets",
};

constexpr Texts german{
    .tag = "de",
    .degraded = "langsam oder teilweise gestört",
    .partial = "teilweise ausgefallen",
    .major = "ausgefallen",
    .maintenance = "in Wartung",
    .operational = "in Betrieb",
    .disturbed = "gestört",
    .investigating = "Ursache wird gesucht",
    .identified = "Ursache gefunden",
    .monitoring = "Behebung wird beobachtet",
    .resolved = "behoben",
    .window_planned = "Wartung geplant",
    .window_cancelled = "geplante Wartung abgesagt",
    .by = "voraussichtlich behoben bis {time}",
    .within = "voraussichtlich behoben innerhalb von {bound}, bis {time}",
    .between = "voraussichtlich behoben zwischen {from} und {to}",
    .next_word = "Ende noch nicht absehbar, nächste Nachricht bis {time}",
    .back_since = "wieder in Betrieb seit {time}",
    .back = "wieder in Betrieb",
    .window_span = "{from} bis {to}",
    .and_more = "{first} und {count} weitere",
    .hello = "Guten Tag,",
    .hello_name = "Guten Tag {name},",
    .services = "Dienste",
    .state = "Stand",
    .expected = "Aussicht",
    .next_word_label = "Nächste Nachricht",
    .started = "Beginn",
    .ended = "Ende",
    .before = "Zuvor",
    .starts = "Beginnt",
    .ends = "Endet",
    .status_page = "Statusseite",
    .why = "Sie erhalten diese Nachricht, weil Sie diese Dienste nutzen.",
    .why_account = "Sie erhalten diese Nachricht, weil {account} diese Dienste nutzt.",
    .stop = "Keine weiteren Nachrichten dieser Art",
    .stop_question = "Möchten Sie keine Nachrichten über {topic} mehr erhalten?",
    .stop_button = "Keine weiteren Nachrichten dieser Art",
    .stopped = "Sie erhalten keine Nachrichten über {topic} mehr.",
    .stop_unknown = "Dieser Link ist unvollständig. Bitte kopieren Sie ihn ganz aus der Nachricht.",
    .planned = "geplante Wartungen",
    .unplanned = "Störungen",
    .recovery = "das Ende von Störungen",
    .news = "Neuigkeiten",
    .tickets = "Ihre Anfragen",
};

}  // namespace

Texts const& texts_in(Language language)
{
    switch (language) {
    case Language::en: return english;
    case Language::de: return german;
    }
    return english;
}

}  // namespace tellfirst::notify
