#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

using enum Act;

constexpr Talk all[] = {
    {.began = {.weeks_ago = 6, .day = mon, .at = 9h + 40min},
     .sold = Sold::pro,
     .subject = "Watermark too large on portrait pictures",
     .lines =
         {{{asks, 0min,
            "Hello, on upright pictures my watermark covers half of the face. On wide ones it "
            "is fine. Can its size follow the shorter side?"},
           {answers, 55min,
            "It can: under Branding, Watermark, choose \"relative to the shorter side\". It "
            "was set to the width. Shall I change it for all of your galleries?"},
           {asks, 120min, "Yes please, all of them. I had not seen that switch."},
           {solves, 35min, "Done for all 38 galleries; new ones will have it, too."}}}},
    {.began = {.weeks_ago = 6, .day = tue, .at = 8h + 31min},
     .sold = Sold::pro,
     .subject = "Certificate warning on my domain",
     .lines =
         {{{asks, 0min,
            "My clients see a security warning when they open my gallery. I have a wedding "
            "couple waiting for their link today, please help."},
           {answers, 18min,
            "We see it, and it is our fault: the renewal of certificates stopped half way. "
            "Until yours is renewed you can send the same link with your framewell.example "
            "address, it opens without a warning."}}},
     .trouble = 0},
    {.began = {.weeks_ago = 6, .day = wed, .at = 13h + 5min},
     .sold = Sold::free,
     .subject = "How do I move to Pro?",
     .lines =
         {{{asks, 0min,
            "I have three galleries on the free plan. If I change to Pro, do my links stay?"},
           {solves, 190min,
            "They do, and nothing is uploaded again. Account, Plan, Pro; the month begins "
            "when you confirm. You can go back at the end of any month."}}}},
    {.began = {.weeks_ago = 6, .day = fri, .at = 17h + 22min},
     .sold = Sold::studio,
     .subject = "Upload stuck at 99%",
     .lines =
         {{{asks, 0min,
            "Fourth attempt now, 1.2 GB, always stops at 99%. I have to deliver tonight."},
           {notes, 6min, "Linked to the open incident. Has a delivery at 20:00 his time."},
           {answers, 12min,
            "This is the trouble that our status page shows since a quarter of an hour. Your "
            "files are kept, only the last step is refused. Leave the window open: it goes "
            "on by itself when the storage answers."},
           {asks, 80min, "It did, all there. Thank you for the quick word."},
           {solves, 9min, "Good that you could deliver. Thank you for your patience."}}},
     .trouble = 1},
    {.began = {.weeks_ago = 5, .day = mon, .at = 10h + 15min},
     .sold = Sold::pro,
     .subject = "Invoice shows my old address",
     .lines =
         {{{asks, 0min,
            "We moved in September. The invoice of this month still shows Mill Street. Could "
            "you send it again?"},
           {solves, 48min,
            "The new one is in your account under Invoices, with the address that you gave "
            "us in September. The old one is cancelled; the amount is the same."}}}},
    {.began = {.weeks_ago = 5, .day = tue, .at = 15h + 10min},
     .sold = Sold::partner,
     .subject = "Rate limit for our nightly sync",
     .lines =
         {{{asks, 0min,
            "Our nightly synchronisation of 1,400 galleries runs into 429 after twenty "
            "minutes since last week. Has the limit changed?"},
           {notes, 15min, "It was lowered for everybody on the 3rd. Theirs is in the contract."},
           {answers, 22min,
            "It has, and for you it should not have: your contract says 50 calls a second. "
            "It is set back as of now. The answer header X-Limit shows what holds for you."},
           {asks, 17h, "Last night went through without a single 429. Thanks."},
           {solves, 40min, "Good to hear. We now test the limits of all contracts nightly."}}}},
    {.began = {.weeks_ago = 5, .day = wed, .at = 12h + 2min},
     .sold = Sold::pro,
     .subject = "Did my print order arrive?",
     .lines =
         {{{asks, 0min, "I ordered an album an hour ago and got no confirmation. Order again?"},
           {answers, 11min,
            "Please do not: your order is there and is being printed. Only the confirmation "
            "mails wait, and yours will come today."}}},
     .trouble = 2},
    {.began = {.weeks_ago = 5, .day = thu, .at = 9h + 50min},
     .sold = Sold::pro,
     .subject = "Reds look orange in print",
     .lines =
         {{{asks, 0min,
            "The red dress in my test prints is orange. On screen and in my lab at home it "
            "is red. Profile is sRGB, order number FW-20418."},
           {answers, 150min,
            "We have looked at FW-20418: the matte paper pulls reds towards orange, and our "
            "profile did not correct it enough. We print both pages again with the corrected "
            "profile, free of charge."},
           {asks, 5 * 24h, "They came today and are perfect. That was a pleasant surprise."},
           {solves, 60min, "Thank you for telling us, and for the order number."}}}},
    {.began = {.weeks_ago = 5, .day = sun, .at = 19h + 58min},
     .sold = Sold::studio,
     .subject = "Gallery takes forever",
     .lines = {{{asks, 0min, "Our gallery of the Keller wedding takes half a minute to open."}}},
     .trouble = 3},
    {.began = {.weeks_ago = 4, .day = mon, .at = 7h + 35min},
     .sold = Sold::pro,
     .subject = "Password asked twice, am I hacked?",
     .lines =
         {{{asks, 0min, "Your sign-in asks for my password a second time. Is this really you?"},
           {answers, 25min,
            "It is, and you are right to ask. A release of this morning asks twice; nothing "
            "was taken. We are taking it back now."}}},
     .trouble = 4},
    {.began = {.weeks_ago = 4, .day = tue, .at = 11h + 35min},
     .sold = Sold::pro,
     .subject = "Client cannot download the zip on an iPad",
     .lines =
         {{{asks, 0min,
            "A client taps \"Download all\" on her iPad and nothing happens. On my laptop it "
            "works."},
           {answers, 64min,
            "The iPad puts the file into the app \"Files\", under Downloads, without saying "
            "so. Could she look there?"},
           {asks, 200min, "It was there five times. She is happy and embarrassed."},
           {solves, 20min,
            "She need not be: the page will say so on an iPad from next week on."}}}},
    {.began = {.weeks_ago = 4, .day = wed, .at = 14h + 25min},
     .sold = Sold::free,
     .subject = "Delete my account",
     .lines =
         {{{asks, 0min, "Please delete my account and all pictures. I have stopped photographing."},
           {answers, 300min,
            "We are sorry to see you go. Before we delete: under Account, Export you can "
            "fetch everything in one file. Answer \"delete\" and we do it within a day."},
           {asks, 24h, "I have my pictures. Delete, please. It was a good time."},
           {solves, 90min,
            "Your account and all pictures are deleted; backups follow within 30 days. All "
            "the best."}}}},
    {.began = {.weeks_ago = 4, .day = thu, .at = 13h + 32min},
     .sold = Sold::partner,
     .subject = "503 from /galleries",
     .lines =
         {{{asks, 0min,
            "We see about 8% of calls to /galleries answered with 503 since 13:15 UTC. Our "
            "shop shows empty albums. Please call us."},
           {notes, 4min, "Called Lena at the partner: retries help, their shop caches now."},
           {answers, 9min,
            "As said on the phone: repeating the call helps, and nothing is half done. You "
            "will have our next word by 13:51."}}},
     .trouble = 5},
    {.began = {.weeks_ago = 4, .day = fri, .at = 16h},
     .sold = Sold::pro,
     .subject = "RAW files in galleries?",
     .lines =
         {{{asks, 0min,
            "Will there ever be previews of RAW files? I shoot with the R5 and would like to "
            "let clients choose before I develop."},
           {answers, 65h,
            "It is on our list, without a date: the decoder for the newest cameras is not "
            "good enough yet. I have noted your wish and you will hear from us when it "
            "changes."}}}},
    {.began = {.weeks_ago = 3, .day = mon, .at = 8h + 55min},
     .sold = Sold::studio,
     .subject = "New colleague cannot see shared galleries",
     .lines =
         {{{asks, 0min, "We invited Nadia last week. She can sign in but sees an empty list."},
           {answers, 33min,
            "She was invited as \"guest\", and guests see only what is shared with them one "
            "by one. I would make her \"member\"; may I?"},
           {asks, 14min, "Please do."},
           {solves, 6min, "Done. She needs to sign in once more."}}}},
    {.began = {.weeks_ago = 3, .day = tue, .at = 11h + 5min},
     .sold = Sold::pro,
     .subject = "My visits doubled over night?",
     .lines =
         {{{asks, 0min,
            "My statistics say 1,912 visits for Monday, usually it is 900. Too good to be "
            "true?"},
           {answers, 20min,
            "Sadly yes: since Monday evening visits are counted twice. We are correcting the "
            "numbers and you will hear from us when they are right."}}},
     .trouble = 6},
    {.began = {.weeks_ago = 3, .day = thu, .at = 10h + 10min},
     .sold = Sold::pro,
     .subject = "Two-factor code lost with my phone",
     .lines =
         {{{asks, 0min,
            "My phone fell into a lake, and with it the app for the codes. How do I get in?"},
           {answers, 28min,
            "One of the ten recovery codes that you printed works in its place. If you do "
            "not have them: we call you on the number that we have on file, today between "
            "14 and 16 your time. Is that right for you?"},
           {asks, 41min, "Found the print in the drawer. I am in. Thank you!"},
           {solves, 15min, "Very good. Please make new recovery codes, one is used now."}}}},
    {.began = {.weeks_ago = 3, .day = sat, .at = 15h + 41min},
     .sold = Sold::studio,
     .subject = "Download all fails, wedding today",
     .lines =
         {{{asks, 0min, "Guests cannot download the gallery. We promised it for this afternoon!"},
           {answers, 16min,
            "We know, and people are at work on it. Single pictures can be downloaded "
            "meanwhile. Next word by 16:01 UTC at the latest."}}},
     .trouble = 7},
    {.began = {.weeks_ago = 2, .day = mon, .at = 12h + 45min},
     .sold = Sold::pro,
     .subject = "Can I sell prints in Swiss francs?",
     .lines =
         {{{asks, 0min, "Most of my clients are from Basel. Can my shop show prices in CHF?"},
           {solves, 95min,
            "Yes: Shop, Prices, Currency. Prices are converted once a day; if you would "
            "rather set them yourself, turn \"fixed prices\" on."}}}},
    {.began = {.weeks_ago = 2, .day = tue, .at = 9h + 5min},
     .sold = Sold::partner,
     .subject = "White-label: our name in the mails",
     .lines =
         {{{asks, 0min,
            "Our customers' mails still come from Framewell. The contract says that only our "
            "name shows."},
           {notes, 20min, "They never set the sender. Needs a DNS record on their side."},
           {answers, 25min,
            "All is ready on our side. One DNS record is missing on yours, see the lines "
            "below; as soon as it is there, mails carry your name only."},
           {asks, 26h, "The record is set. Could you check?"},
           {solves, 31min, "It is right, and the first mails have left with your name."}}}},
    {.began = {.weeks_ago = 2, .day = wed, .at = 21h},
     .sold = Sold::studio,
     .subject = "Clients lose their favourites",
     .lines =
         {{{asks, 0min,
            "A client has marked 40 favourites twice this evening, both times they were gone "
            "after reloading. She is getting angry and so am I."}}},
     .trouble = 8},
    {.began = {.weeks_ago = 2, .day = thu, .at = 8h + 15min},
     .sold = Sold::pro,
     .subject = "Order FW-20977, damaged frame",
     .lines =
         {{{asks, 0min, "The frame arrived with a broken corner, picture attached."},
           {answers, 47min,
            "That must have hurt to unpack. A new one is being made and leaves tomorrow; you "
            "need not send the broken one back."},
           {asks, 4 * 24h, "Arrived, and flawless this time."},
           {solves, 75min, "Glad to hear it. Thank you for the picture, it helps us."}}}},
    {.began = {.weeks_ago = 1, .day = mon, .at = 13h + 20min},
     .sold = Sold::pro,
     .subject = "Gallery link expired too early",
     .lines =
         {{{asks, 0min,
            "I set the gallery to stay for a year and after three months the link is dead."},
           {answers, 70min,
            "The gallery stays for a year, but its link was set to three months: two settings "
            "that look alike. The link works again. We will put them side by side."}}}},
    {.began = {.weeks_ago = 1, .day = tue, .at = 12h + 41min},
     .sold = Sold::studio,
     .subject = "Desktop uploader says certificate expired",
     .lines =
         {{{asks, 0min,
            "Version 4.2 refuses to upload: \"certificate expired\". Three of us have it."},
           {answers, 10min,
            "It is the program's own certificate, and a new version is being built. The "
            "browser works meanwhile."}}},
     .trouble = 10},
};

}  // namespace

std::span<Talk const> english_talks()
{
    return all;
}

}  // namespace tellfirst::app::demo
