#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

using enum Act;

constexpr int open_trouble = 11;

constexpr Talk all[] = {
    {.began = {.before = 6 * 24h},
     .sold = Sold::pro,
     .subject = "Refund for a cancelled album",
     .lines =
         {{{asks, 0min,
            "I cancelled FW-21102 last Friday within the hour. The money has not come back "
            "yet, when will it?"},
           {notes, 90min, "The payment partner says: refused, card expired. Ask for another."}}}},
    {.began = {.before = 5 * 24h},
     .sold = Sold::free,
     .subject = "Confirmation mail does not arrive",
     .lines =
         {{{asks, 0min,
            "I want to change my address but the confirmation never arrives. I looked into "
            "the spam folder."}}}},
    {.began = {.before = 4 * 24h},
     .sold = Sold::pro,
     .subject = "Face search finds strangers",
     .lines =
         {{{asks, 0min,
            "Face search puts two different people under one name in the gallery \"Harvest "
            "2026\"."},
           {answers, 140min,
            "Could you tell us the numbers of two pictures where it is wrong? Then we can see "
            "what it takes for the same face."}}}},
    {.began = {.before = 3 * 24h},
     .sold = Sold::studio,
     .subject = "Contract for two more seats",
     .lines =
         {{{asks, 0min, "We are eight from January on. What do two more seats cost?"},
           {answers, 100min,
            "Nine dollars a month each, from the day on which they are added. Shall we add "
            "them on 2 January?"}}}},
    {.began = {.before = 52h},
     .sold = Sold::partner,
     .subject = "Webhook signature does not match",
     .lines =
         {{{asks, 0min,
            "Since our move to a new framework the signature of your webhooks does not match "
            "any more. Nothing else has changed."},
           {answers, 45min,
            "Your new framework most likely parses the body and writes it again before you "
            "check. The signature is over the bytes as they came. Could you log the length "
            "of what you check?"},
           {asks, 20h,
            "You were right, it is two bytes shorter. We check the raw body now. There is "
            "one more: events of deleted galleries arrive twice. Is that meant?"},
           {notes, 30min, "Reproduced: deletion tells both gallery and its share. Ours."}}}},
    {.began = {.before = 30h},
     .sold = Sold::pro,
     .subject = "Map of where my visitors come from",
     .lines =
         {{{asks, 0min, "Can the statistics show countries? I plan a workshop abroad."},
           {solves, 75min,
            "They can: Statistics, Visitors, Countries. We keep the country only, never the "
            "address."}}}},
    {.began = {.before = 25h},
     .sold = Sold::pro,
     .subject = "Captions vanish when I sort by date",
     .lines =
         {{{asks, 0min,
            "When I sort a gallery by date the captions are gone. Sorting by name brings "
            "them back. Firefox on a Mac."},
           {answers, 62min,
            "We see the same here. It shows the pictures without captions, nothing is lost. "
            "A correction is being tested and should be live tomorrow."}}}},
    {.began = {.before = 9h},
     .sold = Sold::pro,
     .subject = "Album cover in linen, dark green?",
     .lines =
         {{{asks, 0min,
            "Is the dark green linen coming back? Two couples have asked for exactly that."}}}},
    {.began = {.before = 7h},
     .sold = Sold::studio,
     .subject = "Studio calendar shows the wrong zone",
     .lines =
         {{{asks, 0min, "Bookings of clients in Lisbon appear an hour late in our calendar."},
           {notes, 40min, "Only for bookings made from the phone page. Asked development."}}}},
    {.began = {.before = 4h},
     .sold = Sold::partner,
     .subject = "Numbers for our year-end report",
     .lines =
         {{{asks, 0min,
            "For our report we need the availability of galleries and the API for the last "
            "quarter, as agreed in the contract. By Friday would be good."}}}},
    {.began = {.before = 3h},
     .sold = Sold::pro,
     .subject = "Upload from Lightroom: missing plugin",
     .lines =
         {{{asks, 0min,
            "After the update of Lightroom your plugin is gone from the list. Where do I get "
            "it again?"},
           {solves, 38min,
            "Under Downloads, Plugins, version 3.1. Lightroom moves plugins away when its "
            "major version changes."}}}},
    {.began = {.before = 95min},
     .sold = Sold::pro,
     .subject = "Gift vouchers before Christmas",
     .lines =
         {{{asks, 0min,
            "Can my clients buy vouchers for a shooting in my shop? With a card to print?"}}}},
    // Mails about what is broken right now.
    {.began = {.before = 44min},
     .sold = Sold::pro,
     .subject = "Where are my statistics?",
     .lines =
         {{{asks, 0min,
            "The page views of this morning are missing. Yesterday they were there within "
            "minutes."}}},
     .trouble = open_trouble},
    {.began = {.before = 39min},
     .sold = Sold::studio,
     .subject = "Statistics stand still",
     .lines =
         {{{asks, 0min,
            "No new visits since an hour. We have a campaign running and watch the numbers "
            "closely. Is it you or is it us?"},
           {answers, 14min,
            "It is us: visits are counted but shown late. Your campaign's numbers are not "
            "lost. You will have our next word on the status page and by mail."}}},
     .trouble = open_trouble},
    {.began = {.before = 33min},
     .sold = Sold::pro,
     .language = "de",
     .subject = "Statistik leer",
     .lines =
         {{{asks, 0min, "In der Statistik steht für heute null. Ist das ein Fehler bei Ihnen?"}}},
     .trouble = open_trouble},
    {.began = {.before = 28min},
     .sold = Sold::partner,
     .subject = "Statistics API returns yesterday",
     .lines =
         {{{asks, 0min,
            "GET /statistics returns nothing newer than an hour. Our dashboards are red, "
            "please confirm that it is known."}}},
     .trouble = open_trouble},
    {.began = {.before = 21min},
     .sold = Sold::pro,
     .subject = "no visitors today",
     .lines = {{{asks, 0min, "My gallery is in the newspaper today and your counter says zero?!"}}},
     .trouble = open_trouble},
    {.began = {.before = 12min},
     .sold = Sold::pro,
     .subject = "Statistics page empty",
     .lines = {{{asks, 0min, "Just to let you know: the statistics of today do not show."}}},
     .trouble = open_trouble},
    {.began = {.before = 8min},
     .sold = Sold::studio,
     .subject = "Proof sheet as PDF",
     .lines =
         {{{asks, 0min,
            "Can a client get the proof sheet as a PDF with picture numbers? She would like "
            "to mark them on paper."}}}},
    {.began = {.before = 5min},
     .sold = Sold::free,
     .language = "de",
     .subject = "Wie lösche ich ein Bild?",
     .lines =
         {{{asks, 0min, "Ich habe ein Bild doppelt hochgeladen und finde den Papierkorb nicht."}}}},
};

}  // namespace

std::span<Talk const> recent_talks()
{
    return all;
}

std::vector<Talk> talks()
{
    std::vector<Talk> whole;
    for (auto const some : {english_talks(), german_talks(), recent_talks()})
        whole.insert(whole.end(), some.begin(), some.end());
    return whole;
}

}  // namespace tellfirst::app::demo
