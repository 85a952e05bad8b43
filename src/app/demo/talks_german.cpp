#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

using enum Act;

constexpr Talk all[] = {
    {.began = {.weeks_ago = 6, .day = thu, .at = 8h + 10min},
     .sold = Sold::pro,
     .language = "de",
     .subject = "Rechnung als PDF mit Steuernummer",
     .lines =
         {{{asks, 0min,
            "Guten Morgen, auf der Rechnung fehlt unsere Umsatzsteuer-ID. Das Finanzamt "
            "möchte sie dort sehen. Können Sie das ändern?"},
           {solves, 58min,
            "Guten Morgen, die ID stand noch nicht in Ihrem Konto. Ich habe sie aus Ihrer "
            "Mail übernommen, die letzten drei Rechnungen liegen neu bereit."}}}},
    {.began = {.weeks_ago = 5, .day = fri, .at = 14h + 20min},
     .sold = Sold::studio,
     .language = "de",
     .subject = "Galerie nach Ordnern sortieren",
     .lines =
         {{{asks, 0min,
            "Wir liefern Hochzeiten in acht Kapiteln. In der Galerie erscheinen sie nach "
            "Datum gemischt. Lassen sich die Ordner in unserer Reihenfolge zeigen?"},
           {answers, 80min,
            "Ja: Galerie, Ansicht, Reihenfolge \"wie hochgeladen\". Bei Ihrer letzten Galerie "
            "habe ich es probiert, bitte schauen Sie, ob es so gemeint ist."},
           {asks, 150min, "Genau so. Danke, auch für das Ausprobieren!"},
           {solves, 12min, "Sehr gern."}}}},
    {.began = {.weeks_ago = 4, .day = wed, .at = 9h + 30min},
     .sold = Sold::pro,
     .language = "de",
     .subject = "Schweizer Kunden zahlen doppelte Gebühr",
     .lines =
         {{{asks, 0min,
            "Zwei Kunden aus Zürich berichten, dass ihre Bank eine Auslandsgebühr berechnet, "
            "obwohl der Shop in Franken anzeigt."},
           {notes, 30min, "Zahlung läuft über Graz, daher die Gebühr. Mit Tom klären."},
           {answers, 27h,
            "Unser Zahlungspartner bucht in Österreich, daher die Gebühr. Ab dem Ersten des "
            "Monats bucht er Franken in der Schweiz; bis dahin erstatten wir die Gebühr, "
            "wenn Sie uns die Bestellnummern nennen."}}}},
    {.began = {.weeks_ago = 3, .day = wed, .at = 7h + 45min},
     .sold = Sold::pro,
     .language = "de",
     .subject = "Statistik vom Montag",
     .lines =
         {{{asks, 0min,
            "Die Zahlen vom Montag sind doppelt so hoch wie sonst. Ich rechne damit ab, bitte "
            "um Auskunft, welche stimmen."},
           {answers, 35min,
            "Die Zahlen ab Montag 21 Uhr sind doppelt gezählt. Bitte rechnen Sie noch nicht "
            "damit ab; wir schreiben Ihnen, sobald sie stimmen."}}},
     .trouble = 6},
    {.began = {.weeks_ago = 2, .day = fri, .at = 8h + 40min},
     .sold = Sold::studio,
     .language = "de",
     .subject = "Album für Samstag",
     .lines =
         {{{asks, 0min,
            "Das Album für die Feier am Samstag sollte heute raus. Ihre Seite meldet eine "
            "Störung im Labor. Kommt es noch rechtzeitig?"},
           {answers, 22min,
            "Ja: Wir haben Ihren Auftrag nach Leeds gelegt, er geht heute Mittag per Express "
            "hinaus. Die Kosten tragen wir."}}},
     .trouble = 9},
    {.began = {.weeks_ago = 1, .day = wed, .at = 10h},
     .sold = Sold::free,
     .language = "de",
     .subject = "Studierendenrabatt?",
     .lines =
         {{{asks, 0min, "Ich studiere Fotografie in Wien. Gibt es für Pro einen Rabatt?"},
           {solves, 230min,
            "Gibt es: die Hälfte, solange Sie studieren. Schicken Sie uns eine "
            "Bestätigung, wir stellen es dann ein."}}}},
    {.began = {.before = 27h},
     .sold = Sold::pro,
     .language = "de",
     .subject = "Zugang für meine Buchhalterin",
     .lines =
         {{{asks, 0min,
            "Meine Buchhalterin soll nur die Rechnungen sehen, keine Galerien. Geht das?"},
           {answers, 110min,
            "Das geht mit der Rolle \"Buchhaltung\". Unter welcher Adresse sollen wir sie "
            "einladen?"}}}},
    {.began = {.before = 150min},
     .sold = Sold::studio,
     .language = "de",
     .subject = "Passwortschutz für einzelne Bilder",
     .lines =
         {{{asks, 0min,
            "Ein Kunde möchte drei Bilder nur der engsten Familie zeigen. Kann man einzelne "
            "Bilder einer Galerie mit einem Passwort versehen?"}}}},
};

}  // namespace

std::span<Talk const> german_talks()
{
    return all;
}

}  // namespace tellfirst::app::demo
