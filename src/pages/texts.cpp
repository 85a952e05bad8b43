#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

constexpr Texts english{
    .tag = "en",
    .all_works = "Everything works.",
    .all_watched = "Everything works again. We are still watching it.",
    .nothing_listed = "Nothing is listed here yet.",
    .major_of = "There is an outage of {names}.",
    .partial_of = "There is a partial outage of {names}.",
    .degraded_of = "There is trouble with {names}.",
    .maintenance_of = "There is maintenance on {names}.",
    .unknown_of = "We do not know the state of {names}.",
    .several_of = "There is trouble with {names}.",
    .rest_works = "Everything else works.",
    .and_last = "{first} and {last}",
    .some_services = "{count} services",
    .operational = "Works",
    .degraded = "Slow or partly failing",
    .partial = "Partly down",
    .major = "Down",
    .maintenance = "In maintenance",
    .unknown = "Not known",
    .suspected = "Suspected",
    .investigating = "Looking for the cause",
    .identified = "Cause found",
    .monitoring = "Watching the fix",
    .resolved = "Resolved",
    .review = "Looked back",
    .window_planned = "Planned maintenance",
    .window_started = "Maintenance in progress",
    .window_finished = "Maintenance finished",
    .window_cancelled = "Maintenance cancelled",
    .window_span = "{from} to {to}",
    .expected_by = "Expected to work by {time}.",
    .expected_between = "Expected to work between {from} and {to}.",
    .expected_unknown = "When it will work is not known yet.",
    .next_word = "Next word by {time}.",
    .overdue = "Update overdue",
    .overdue_by = "Update overdue by {span}",
    .word_was_promised = "The next word was promised for {time}.",
    .was_expected = "It was expected to work by {time}.",
    .since = "Since {time}, for {span}",
    .resolved_at = "resolved {time}, after {span}",
    .known_issue = "Known issue",
    .reserved = "Reserved for maintenance",
    .skip = "Skip to the content",
    .navigation = "Pages",
    .status_title = "Status",
    .as_of = "As of",
    .load_again = "Load it again",
    .now = "Now",
    .nothing_now = "Nothing is wrong at the moment.",
    .known = "Known issues",
    .nothing_known = "No known issues.",
    .planned = "Planned",
    .nothing_planned = "Nothing is planned.",
    .past = "Past",
    .nothing_past = "Nothing happened in the last 14 days.",
    .services = "Services",
    .no_services = "No services are listed yet.",
    .earlier = "Earlier updates",
    .zone_utc = "All times are in UTC.",
    .zone = "Times are in your zone (%), and in UTC.",
    .age_now = "· just now",
    .age_ago = "· % ago",
    .old = "This copy is % old; things may have changed since.",
    .other_language_name = "Deutsch",
    .my_page = "Sign in",
    .status_page = "Status page",
    .sign_out = "Sign out",
    .now_for_you = "Now",
    .nothing_now_for_you = "Nothing of what you use is in trouble at the moment.",
    .your_services = "Your services",
    .signed_in_as = "Signed in as",
    .sign_in = "Sign in",
    .email = "E-mail address",
    .send_link = "Send me a link",
    .ask_again = "Ask for a new link",
    .ask_heading = "Sign in",
    .ask_text = "We mail you a link that signs you in. There is no password.",
    .not_an_address = "This is not an e-mail address. Please look at it again.",
    .sent_heading = "Look into your mailbox",
    .sent_text = "If we know this address, a mail with a link is on its way.",
    .sent_hint = "The link works once, within 15 minutes.",
    .confirm_heading = "Welcome back",
    .confirm_text = "One step is left, so that nobody but you uses up the link.",
    .spent_heading = "This link does not work any more",
    .spent_text = "It was used already, or it is more than 15 minutes old.",
    .mail_subject = "Your sign-in link for {brand}",
    .mail_text = "Hello,\n\nwith this link you sign in to {brand}:\n\n{link}\n\n"
                 "It works once, within 15 minutes.\n\n"
                 "If you did not ask for it, you need not do anything."};

constexpr Texts german{
    .tag = "de",
    .all_works = "Alles funktioniert.",
    .all_watched = "Alles funktioniert wieder. Wir behalten es noch im Auge.",
    .nothing_listed = "Hier steht noch nichts.",
    .major_of = "Bei {names} gibt es einen Ausfall.",
    .partial_of = "Bei {names} gibt es einen teilweisen Ausfall.",
    .degraded_of = "Bei {names} gibt es Störungen.",
    .maintenance_of = "Bei {names} läuft eine Wartung.",
    .unknown_of = "Wie es um {names} steht, wissen wir noch nicht.",
    .several_of = "Bei {names} gibt es Störungen.",
    .rest_works = "Alles andere funktioniert.",
    .and_last = "{first} und {last}",
    .some_services = "{count} Diensten",
    .operational = "Funktioniert",
    .degraded = "Langsam oder teilweise gestört",
    .partial = "Teilweise ausgefallen",
    .major = "Ausgefallen",
    .maintenance = "In Wartung",
    .unknown = "Nicht bekannt",
    .suspected = "Vermutet",
    .investigating = "Ursache wird gesucht",
    .identified = "Ursache gefunden",
    .monitoring = "Behebung wird beobachtet",
    .resolved = "Behoben",
    .review = "Rückblick",
    .window_planned = "Geplante Wartung",
    .window_started = "Wartung läuft",
    .window_finished = "Wartung beendet",
    .window_cancelled = "Wartung abgesagt",
    .window_span = "{from} bis {to}",
    .expected_by = "Funktioniert voraussichtlich bis {time} wieder.",
    .expected_between = "Funktioniert voraussichtlich zwischen {from} und {to} wieder.",
    .expected_unknown = "Wann es wieder funktioniert, ist noch nicht bekannt.",
    .next_word = "Nächste Meldung bis {time}.",
    .overdue = "Meldung überfällig",
    .overdue_by = "Meldung seit {span} überfällig",
    .word_was_promised = "Die nächste Meldung war bis {time} versprochen.",
    .was_expected = "Bis {time} sollte es wieder funktionieren.",
    .since = "Seit {time}, Dauer {span}",
    .resolved_at = "behoben {time}, nach {span}",
    .known_issue = "Bekannter Fehler",
    .reserved = "Für Wartung vorgesehen",
    .skip = "Zum Inhalt",
    .navigation = "Seiten",
    .status_title = "Status",
    .as_of = "Stand",
    .load_again = "Neu laden",
    .now = "Jetzt",
    .nothing_now = "Im Moment gibt es keine Störung.",
    .known = "Bekannte Fehler",
    .nothing_known = "Keine bekannten Fehler.",
    .planned = "Geplant",
    .nothing_planned = "Nichts ist geplant.",
    .past = "Vergangen",
    .nothing_past = "In den letzten 14 Tagen ist nichts passiert.",
    .services = "Dienste",
    .no_services = "Hier stehen noch keine Dienste.",
    .earlier = "Frühere Meldungen",
    .zone_utc = "Alle Zeiten in UTC.",
    .zone = "Zeiten in Ihrer Zeitzone (%) und in UTC.",
    .age_now = "· gerade eben",
    .age_ago = "· vor %",
    .old = "Diese Kopie ist % alt; inzwischen kann sich etwas geändert haben.",
    .other_language_name = "English",
    .my_page = "Anmelden",
    .status_page = "Statusseite",
    .sign_out = "Abmelden",
    .now_for_you = "Jetzt",
    .nothing_now_for_you = "Bei dem, was Sie nutzen, gibt es im Moment keine Störung.",
    .your_services = "Ihre Dienste",
    .signed_in_as = "Angemeldet als",
    .sign_in = "Anmelden",
    .email = "E-Mail-Adresse",
    .send_link = "Link schicken",
    .ask_again = "Neuen Link anfordern",
    .ask_heading = "Anmelden",
    .ask_text = "Wir schicken Ihnen einen Link, der Sie anmeldet. Ein Passwort gibt es nicht.",
    .not_an_address = "Das ist keine E-Mail-Adresse. Bitte prüfen Sie die Eingabe.",
    .sent_heading = "Sehen Sie in Ihr Postfach",
    .sent_text = "Wenn wir diese Adresse kennen, ist eine Mail mit einem Link unterwegs.",
    .sent_hint = "Der Link gilt einmal, innerhalb von 15 Minuten.",
    .confirm_heading = "Willkommen zurück",
    .confirm_text = "Noch ein Schritt, damit niemand außer Ihnen den Link verbraucht.",
    .spent_heading = "Dieser Link gilt nicht mehr",
    .spent_text = "Er wurde schon benutzt oder ist älter als 15 Minuten.",
    .mail_subject = "Ihr Anmeldelink für {brand}",
    .mail_text = "Guten Tag,\n\nmit diesem Link melden Sie sich bei {brand} an:\n\n{link}\n\n"
                 "Er gilt einmal, innerhalb von 15 Minuten.\n\n"
                 "Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun."};

}  // namespace

Texts const& texts_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject labels_in(words::Language language)
{
    auto const& texts = texts_in(language);
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<Texts>>(
        [&](auto member) { labels.emplace(member.name, texts.*member.pointer); });
    return labels;
}

std::string_view words_of(status::ServiceState state, Texts const& texts)
{
    using enum status::ServiceState;
    switch (state) {
    case operational: return texts.operational;
    case degraded: return texts.degraded;
    case partial: return texts.partial;
    case major: return texts.major;
    case maintenance: return texts.maintenance;
    case unknown: return texts.unknown;
    }
    return texts.unknown;
}

std::string_view words_of(status::IncidentState state, Texts const& texts)
{
    using enum status::IncidentState;
    switch (state) {
    case suspected: return texts.suspected;
    case investigating: return texts.investigating;
    case identified: return texts.identified;
    case monitoring: return texts.monitoring;
    case resolved: return texts.resolved;
    case review: return texts.review;
    }
    return texts.investigating;
}

std::string_view words_of(status::WindowState state, Texts const& texts)
{
    using enum status::WindowState;
    switch (state) {
    case planned: return texts.window_planned;
    case started: return texts.window_started;
    case finished: return texts.window_finished;
    case cancelled: return texts.window_cancelled;
    }
    return texts.window_planned;
}

}  // namespace tellfirst::pages
