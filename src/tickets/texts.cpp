#include "tickets/texts.hpp"

namespace tellfirst::tickets {
namespace {

constexpr Texts english{
    .subject = "Your message [#{number}]",
    .hello = "Hello {name},",
    .received = "We have your message. Its number is #{number}.",
    .due = "A person will answer by {time}.",
    .no_due = "A person will answer you.",
    .open_hours = "We are at work now, until {to}.",
    .opens_next = "We open again {time}.",
    .named = "{services}: we know about it and are working on it. {when}",
    .suspected = "If you write about {services}: we know about it and are working on it. {when}",
    .eta = "We expect it to work again by {time}.",
    .next_word = "You will hear from us by {time}.",
    .overdue = "We promised word before now and are late with it; it is coming.",
    .workaround = "What helps until then: {workaround}",
    .others_one = "One other customer has written about it.",
    .others = "{count} other customers have written about it.",
    .told = "You will be told when it is over; there is nothing that you have to do.",
    .add_to_it = "To add something, answer this mail.",
    .resolved = "What you wrote to us about is over: {title}.",
    .still_not = "If it does not work for you yet, answer this mail: your ticket opens again."};

constexpr Texts german{
    .subject = "Ihre Nachricht [#{number}]",
    .hello = "Guten Tag {name},",
    .received = "Ihre Nachricht ist bei uns. Sie hat die Nummer #{number}.",
    .due = "Ein Mensch antwortet Ihnen bis {time}.",
    .no_due = "Ein Mensch wird Ihnen antworten.",
    .open_hours = "Wir sind jetzt bei der Arbeit, bis {to}.",
    .opens_next = "Wir sind wieder da: {time}.",
    .named = "{services}: Wir wissen davon und arbeiten daran. {when}",
    .suspected =
        "Falls Sie wegen {services} schreiben: Wir wissen davon und arbeiten daran. {when}",
    .eta = "Voraussichtlich läuft es wieder bis {time}.",
    .next_word = "Sie hören von uns bis {time}.",
    .overdue = "Wir hatten uns eher melden wollen und sind zu spät; die Nachricht kommt.",
    .workaround = "Was bis dahin hilft: {workaround}",
    .others_one = "Ein weiterer Kunde hat deswegen geschrieben.",
    .others = "{count} weitere Kunden haben deswegen geschrieben.",
    .told = "Sie hören von uns, wenn es vorbei ist; Sie müssen nichts tun.",
    .add_to_it = "Um etwas hinzuzufügen, antworten Sie auf diese Mail.",
    .resolved = "Das, weswegen Sie uns geschrieben haben, ist vorbei: {title}.",
    .still_not = "Wenn es bei Ihnen noch nicht geht, antworten Sie auf diese Mail: "
                 "Ihr Ticket wird wieder geöffnet."};

}  // namespace

Texts const& texts_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

}  // namespace tellfirst::tickets
