#include "pages/portal/inbox_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr InboxWords english{
    .inbox = "What we told you",
    .text = "Everything that was announced to you within a year, on whatever channel",
    .unread = "New",
    .mark_read = "Mark all as read",
    .not_read = "{count} not read",
    .nothing = "Nothing was announced to you yet.",
    .earlier = "Earlier ones",
    .browser = "On this device",
    .browser_text = "What concerns you appears on this device, also while no page of ours is open.",
    .start = "Tell this browser",
    .stop = "Tell it no more",
    .refused = "Your browser does not allow it. Look at its settings for this site."};

constexpr InboxWords german{
    .inbox = "Was wir Ihnen gemeldet haben",
    .text = "Alles, was Ihnen in einem Jahr angekündigt wurde, auf welchem Weg auch immer",
    .unread = "Neu",
    .mark_read = "Alles als gelesen markieren",
    .not_read = "{count} ungelesen",
    .nothing = "Ihnen wurde noch nichts gemeldet.",
    .earlier = "Frühere",
    .browser = "Auf diesem Gerät",
    .browser_text = "Was Sie betrifft, erscheint auf diesem Gerät, auch wenn keine unserer Seiten "
                    "offen ist.",
    .start = "Diesen Browser benachrichtigen",
    .stop = "Nicht mehr benachrichtigen",
    .refused = "Ihr Browser erlaubt es nicht. Sehen Sie in seinen Einstellungen für diese Seite "
               "nach."};

JsonObject labels_of(InboxWords const& said)
{
    JsonObject labels;
    boost::mp11::mp_for_each<MembersOf<InboxWords>>(
        [&](auto member) { labels.emplace(member.name, said.*member.pointer); });
    return labels;
}

}  // namespace

InboxWords const& inbox_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

JsonObject const& inbox_labels_in(words::Language language)
{
    static JsonObject const in_english = labels_of(english);
    static JsonObject const in_german = labels_of(german);
    return language == words::Language::de ? in_german : in_english;
}

}  // namespace tellfirst::pages
