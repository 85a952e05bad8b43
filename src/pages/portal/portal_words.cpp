#include "pages/portal/portal_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr PortalWords english{
    .standing = "Your agreement",
    .kept = "Not violated",
    .violated = "Violated",
    .reached = "{shown} % in {month} so far.",
    .of_known = "{shown} % of the time of {month} that we know of; for {span} nobody knows.",
    .too_little_known = "For {span} of {month} nobody knows how it was, so there is no figure.",
    .promised = "Your plan {plan} promises {target} %.",
    .not_promised = "Your plan {plan} promises no figure.",
    .no_figure = "There is no figure for {month} yet.",
    .left = "{span} of outage may still come this month before it is violated.",
    .missed_by = "That is {span} of outage more than was agreed.",
    .how_counted = "Trouble counts by how much of it failed, and planned work as your plan says. "
                   "The month is that of {zone}.",
    .service = "Service",
    .available = "Available",
    .not_well = "Not well for",
    .month_reached = "{shown} %",
    .month_promised = "{shown} %, {target} % were promised",
    .month_empty = "no figures",
    .unknown_for = "not known for {span}",
    .history = "Your last twelve months",
    .whole_history = "All of your last twelve months",
    .nothing_in_month = "Nothing of what you use was in trouble.",
    .reviewed = "review published {time}",
    .back = "Your page",
    .as_json = "As JSON",
    .dates = "Your critical dates",
    .dates_text = "When must nothing fail? We look here before we plan work.",
    .no_dates = "You have not told us any yet.",
    .date_title = "What is it?",
    .date_from = "From",
    .date_to = "Until",
    .date_zone = "Time zone",
    .date_add = "Add this date",
    .date_remove = "Remove",
    .wrong_title = "Say what it is, in one line of at most 200 letters.",
    .wrong_time = "Please give a day and a time.",
    .wrong_zone = "We do not know this time zone. One that we know is Europe/Berlin.",
    .wrong_order = "It must end after it begins.",
    .wrong_past = "This time has passed already.",
    .wrong_length = "A critical time lasts 31 days at most.",
    .wrong_distance = "This is more than two years away.",
    .wrong_count = "You have as many dates ahead as we can keep. Please remove one first.",
    .own_page = "Your page for every device, and your calendar",
    .own_page_text = "With a private address you see this without signing in, and subscribe to it "
                     "in your calendar.",
    .make_own_page = "Make a private address",
    .renew_own_page = "Replace it by another one",
    .renew_text = "The old address leads nowhere from then on, for all who have it.",
    .no_more_pages = "There are no more private addresses. Please ask us for one."};

constexpr PortalWords german{
    .standing = "Ihre Vereinbarung",
    .kept = "Nicht verletzt",
    .violated = "Verletzt",
    .reached = "{shown} % im {month} bisher.",
    .of_known =
        "{shown} % der Zeit im {month}, von der wir wissen; über {span} weiß niemand etwas.",
    .too_little_known = "Über {span} im {month} weiß niemand etwas, darum gibt es keinen Wert.",
    .promised = "Ihr Tarif {plan} verspricht {target} %.",
    .not_promised = "Ihr Tarif {plan} verspricht keinen Wert.",
    .no_figure = "Für {month} gibt es noch keinen Wert.",
    .left = "{span} Ausfall dürfen in diesem Monat noch kommen, bevor sie verletzt ist.",
    .missed_by = "Das sind {span} mehr Ausfall als vereinbart.",
    .how_counted =
        "Eine Störung zählt danach, wie viel gescheitert ist; geplante Arbeit zählt, wie "
        "Ihr Tarif es sagt. Der Monat gilt in {zone}.",
    .service = "Dienst",
    .available = "Verfügbar",
    .not_well = "Gestört für",
    .month_reached = "{shown} %",
    .month_promised = "{shown} %, versprochen waren {target} %",
    .month_empty = "keine Werte",
    .unknown_for = "{span} lang nicht bekannt",
    .history = "Ihre letzten zwölf Monate",
    .whole_history = "Alle Ihre letzten zwölf Monate",
    .nothing_in_month = "Was Sie nutzen, war nicht gestört.",
    .reviewed = "Rückblick vom {time}",
    .back = "Ihre Seite",
    .as_json = "Als JSON",
    .dates = "Ihre kritischen Termine",
    .dates_text = "Wann darf nichts ausfallen? Hier sehen wir nach, bevor wir Arbeiten planen.",
    .no_dates = "Sie haben uns noch keine genannt.",
    .date_title = "Worum geht es?",
    .date_from = "Von",
    .date_to = "Bis",
    .date_zone = "Zeitzone",
    .date_add = "Termin eintragen",
    .date_remove = "Entfernen",
    .wrong_title = "Sagen Sie in einer Zeile mit höchstens 200 Zeichen, worum es geht.",
    .wrong_time = "Bitte geben Sie Tag und Uhrzeit an.",
    .wrong_zone = "Diese Zeitzone kennen wir nicht. Wir kennen zum Beispiel Europe/Berlin.",
    .wrong_order = "Das Ende muss nach dem Beginn liegen.",
    .wrong_past = "Diese Zeit ist schon vorbei.",
    .wrong_length = "Ein kritischer Termin dauert höchstens 31 Tage.",
    .wrong_distance = "Das liegt mehr als zwei Jahre entfernt.",
    .wrong_count = "Mehr Termine können wir nicht vormerken. Bitte entfernen Sie zuerst einen.",
    .own_page = "Ihre Seite für jedes Gerät und Ihr Kalender",
    .own_page_text = "Mit einer privaten Adresse sehen Sie das ohne Anmeldung und abonnieren es in "
                     "Ihrem Kalender.",
    .make_own_page = "Private Adresse anlegen",
    .renew_own_page = "Durch eine andere ersetzen",
    .renew_text = "Die alte Adresse führt danach für alle, die sie haben, nirgendwohin.",
    .no_more_pages = "Es gibt keine weiteren privaten Adressen. Bitte fragen Sie uns danach."};

constexpr HandOnWords hand_on_in_english{
    .title = "To hand on",
    .text =
        "For those whom you tell yourself. Nobody's name stands in it; one click selects it all.",
    .copy = "Copy",
    .copied = "Copied",
    .by_hand = "Your browser does not allow it. The text is marked: copy it by hand."};

constexpr HandOnWords hand_on_in_german{
    .title = "Zum Weitergeben",
    .text = "Für alle, denen Sie es selbst sagen. Kein Name steht darin; ein Klick markiert alles.",
    .copy = "Kopieren",
    .copied = "Kopiert",
    .by_hand = "Ihr Browser erlaubt es nicht. Der Text ist markiert: Kopieren Sie ihn selbst."};

template <class Words>
JsonObject labels_of(Words const& said)
{
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<Words>>(
        [&](auto member) { labels.emplace(member.name, said.*member.pointer); });
    return labels;
}

}  // namespace

PortalWords const& portal_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject const& portal_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english);
    static JsonObject const in_german = labels_of(german);
    return language == words::Language::de ? in_german : in_english;
}

JsonObject const& hand_on_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(hand_on_in_english);
    static JsonObject const in_german = labels_of(hand_on_in_german);
    return language == words::Language::de ? in_german : in_english;
}

}  // namespace tellfirst::pages
