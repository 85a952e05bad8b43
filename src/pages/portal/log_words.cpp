#include "pages/portal/log_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr LogWords english{
    .sent = "What we sent you",
    .text = "Each message to you, where it went, and what became of it",
    .nothing = "Nothing was sent to you yet.",
    .mail = "Your mail server took it",
    .sms = "The phone network took it",
    .push = "Your browser's service took it",
    .on_its_way = "On its way",
    .tried_again = "Did not get through yet; we try again",
    .perhaps = "Perhaps it arrived, perhaps not",
    .failed = "Did not get through",
    .blocked = "Not sent: this address refused our messages before",
    .not_wanted = "Not sent: you did not choose it on this channel",
    .replaced = "Not sent: a later word took its place",
    .not_sent = "Not sent",
    .in_digest = "in your digest"};

constexpr LogWords german{
    .sent = "Was wir Ihnen geschickt haben",
    .text = "Jede Nachricht an Sie, wohin sie ging und was daraus wurde",
    .nothing = "Ihnen wurde noch nichts geschickt.",
    .mail = "Ihr Mailserver hat sie angenommen",
    .sms = "Das Telefonnetz hat sie angenommen",
    .push = "Der Dienst Ihres Browsers hat sie angenommen",
    .on_its_way = "Unterwegs",
    .tried_again = "Kam noch nicht an; wir versuchen es wieder",
    .perhaps = "Vielleicht angekommen, vielleicht nicht",
    .failed = "Kam nicht an",
    .blocked = "Nicht gesendet: Diese Adresse hat unsere Nachrichten abgewiesen",
    .not_wanted = "Nicht gesendet: Sie haben es auf diesem Weg nicht gewählt",
    .replaced = "Nicht gesendet: Ein neueres Wort trat an seine Stelle",
    .not_sent = "Nicht gesendet",
    .in_digest = "in Ihrer Sammelnachricht"};

JsonObject labels_of(LogWords const& said)
{
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<LogWords>>(
        [&](auto member) { labels.emplace(member.name, said.*member.pointer); });
    return labels;
}

std::string_view taken_by(notify::Channel channel, LogWords const& words)
{
    switch (channel) {
    case notify::Channel::mail: return words.mail;
    case notify::Channel::sms: return words.sms;
    case notify::Channel::push: return words.push;
    case notify::Channel::webhook: break;  // an account's, so in no contact's log
    }
    return words.on_its_way;
}

}  // namespace

LogWords const& log_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject const& log_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english);
    static JsonObject const in_german = labels_of(german);
    return language == words::Language::de ? in_german : in_english;
}

std::string_view outcome_words(notify::Channel channel, notify::State state, LogWords const& words)
{
    using enum notify::State;
    switch (state) {
    case accepted: return taken_by(channel, words);
    case queued:
    case sending: return words.on_its_way;
    case deferred: return words.tried_again;
    case unknown: return words.perhaps;
    case failed:
    case bounced: return words.failed;
    case suppressed: return words.blocked;
    case opted_out: return words.not_wanted;
    case superseded: return words.replaced;
    case held:
    case cancelled: return words.not_sent;
    }
    return words.not_sent;
}

}  // namespace tellfirst::pages
