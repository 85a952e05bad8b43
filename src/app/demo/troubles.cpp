#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

using enum status::IncidentState;
using enum status::ServiceState;

constexpr Trouble recent[] = {
    {.began = {.weeks_ago = 6, .day = tue, .at = 8h + 12min},
     .title = "Custom domains answer with an old certificate",
     .owner = jonas,
     .hits = {{{domains, partial}}},
     .words =
         {{{.after = 14min,
            .state = investigating,
            .text = "Some galleries on a domain of your own show a certificate warning since "
                    "08:12 UTC. The galleries themselves are fine; their first address "
                    "works. We are renewing the certificates.",
            .next_word = 45min},
           {.after = 38min,
            .state = identified,
            .text = "A renewal stopped half way last night. About a third of the domains have "
                    "their new certificate again, the rest follow one by one.",
            .eta = "2h"},
           {.after = 71min,
            .state = resolved,
            .text = "All domains have a valid certificate again. The renewal now checks its own "
                    "result and tells us a week ahead if one is missing."}}}},
    {.began = {.weeks_ago = 6, .day = fri, .at = 17h + 5min},
     .title = "Uploads stop at 99 per cent",
     .owner = mara,
     .hits = {{{uploads, degraded}}},
     .words =
         {{{.after = 9min,
            .state = investigating,
            .text = "Uploads of large files wait at 99 per cent and then start again. Files "
                    "under 200 MB arrive. Nothing that arrived is lost.",
            .next_word = 30min},
           {.after = 52min,
            .state = identified,
            .text = "One of three storage heads refuses the last step. We have taken it out; "
                    "uploads take longer than usual but they arrive.",
            .eta = "2h",
            .next_word = 60min},
           {.after = 49min,
            .state = resolved,
            .text = "Uploads are as quick as before. A full log disk had stopped one storage "
                    "head; its size is now watched."}}}},
    {.began = {.weeks_ago = 5, .day = wed, .at = 11h + 30min},
     .title = "Print orders are not confirmed by mail",
     .owner = priya,
     .hits = {{{prints, degraded}}},
     .words =
         {{{.after = 21min,
            .state = identified,
            .text = "Orders are taken and printed, only their confirmation mails wait. You need "
                    "not order again; each order is in your account.",
            .eta = "12h",
            .next_word = 4h},
           {.after = 3h + 20min,
            .state = resolved,
            .text = "All waiting confirmations have been sent, and new ones leave at once. Our "
                    "mail partner had limited us by mistake."}}}},
    {.began = {.weeks_ago = 5, .day = sun, .at = 19h + 40min},
     .title = "Galleries open slowly",
     .owner = mara,
     .hits = {{{galleries, degraded}, {downloads, degraded}}},
     .words =
         {{{.after = 12min,
            .state = investigating,
            .text = "Galleries open, but they take up to twenty seconds. We see it ourselves and "
                    "are looking for the cause.",
            .next_word = 30min},
           {.after = 26min,
            .state = identified,
            .text = "A wave of requests for one very large public gallery has slowed down all "
                    "others. We are giving it a place of its own.",
            .eta = "1h"},
           {.after = 41min,
            .state = resolved,
            .text = "Galleries open in under a second again. Large public galleries now have "
                    "their own machines."}}}},
    {.began = {.weeks_ago = 4, .day = mon, .at = 6h + 50min},
     .title = "Sign-in asks twice",
     .owner = jonas,
     .hits = {{{sign_in, degraded}}},
     .words =
         {{{.after = 35min,
            .state = identified,
            .text = "Who signs in is asked for the password a second time. The second attempt "
                    "works. A release of this morning is the cause and is being taken back.",
            .eta = "1h"},
           {.after = 30min,
            .state = resolved,
            .text = "Signing in asks once again. The release comes back when it has a test for "
                    "exactly this."}}}},
    {.began = {.weeks_ago = 4, .day = thu, .at = 13h + 15min},
     .title = "API answers 503 for some partners",
     .owner = tom,
     .hits = {{{api, partial}}},
     .words =
         {{{.after = 6min,
            .state = investigating,
            .text = "About every tenth call to the API is answered with 503. Repeating it helps. "
                    "Calls that change something are either done or not, never half.",
            .next_word = 30min},
           {.after = 64min,
            .state = monitoring,
            .text = "Two of six API machines had lost their database after a network change. "
                    "Both are back, and we watch them for an hour.",
            .next_word = 60min},
           {.after = 55min,
            .state = resolved,
            .text = "No call has failed for an hour. We owed you the second word half an hour "
                    "earlier than it came; that is in our record, too."}}}},
    {.began = {.weeks_ago = 3, .day = tue, .at = 9h + 45min},
     .title = "Statistics count visits twice",
     .owner = priya,
     .hits = {{{statistics, degraded}}},
     .words =
         {{{.after = 40min,
            .state = identified,
            .text = "Visits since Monday 20:00 UTC are counted twice. Earlier numbers are right. "
                    "We will correct the wrong ones; please do not bill by them yet.",
            .eta = "3d",
            .next_word = 24h},
           {.after = 22h,
            .state = monitoring,
            .text = "New visits are counted once again. The doubled numbers of Monday and "
                    "Tuesday are being computed afresh.",
            .eta = "12h"},
           {.after = 9h,
            .state = resolved,
            .text = "All numbers are right again, those of Monday and Tuesday included."}}}},
    {.began = {.weeks_ago = 3, .day = sat, .at = 15h + 20min},
     .title = "Downloads of whole galleries fail",
     .owner = tom,
     .hits = {{{downloads, major}}},
     .words =
         {{{.after = 11min,
            .state = investigating,
            .text = "\"Download all\" ends with an error since 15:20 UTC. Single pictures can be "
                    "downloaded. It is a wedding weekend, and we are on it.",
            .eta = "2h",
            .next_word = 30min},
           {.after = 28min,
            .state = identified,
            .text = "The service that packs the pictures has run out of room for its temporary "
                    "files. We are giving it more.",
            .eta = "1h"},
           {.after = 48min,
            .state = resolved,
            .text = "\"Download all\" works. Packed galleries are now removed after an hour "
                    "instead of a day."}}}},
    {.began = {.weeks_ago = 2, .day = wed, .at = 20h + 10min},
     .title = "Client proofing does not save choices",
     .owner = jonas,
     .hits = {{{proofing, major}}},
     .words =
         {{{.after = 25min,
            .state = investigating,
            .text = "Choices that your clients make are not kept since 20:10 UTC. Please ask "
                    "them to wait; what they chose before is safe.",
            .next_word = 60min},
           {.after = 92min,
            .state = identified,
            .text = "A change of our database keeps the choices from being written. It is being "
                    "taken back.",
            .eta = "1h"},
           {.after = 44min,
            .state = resolved,
            .text = "Choices are kept again. Those made between 20:10 and 22:51 UTC are lost; we "
                    "will write to each of you whose clients this concerns."}}}},
    {.began = {.weeks_ago = 2, .day = fri, .at = 7h + 30min},
     .title = "Print orders wait at the laboratory",
     .owner = priya,
     .hits = {{{prints, partial}}},
     .words =
         {{{.after = 55min,
            .state = identified,
            .text = "Our laboratory in Graz has no power this morning. Orders of today leave one "
                    "day later; those that must not wait can be moved to Leeds, just answer "
                    "this mail.",
            .eta = "12h",
            .next_word = 5h},
           {.after = 4h + 30min,
            .state = resolved,
            .text = "The laboratory prints again. All orders but eleven still leave today; we "
                    "have written to those eleven."}}}},
    {.began = {.weeks_ago = 1, .day = tue, .at = 12h + 25min},
     .title = "Uploads from the desktop program are refused",
     .owner = mara,
     .hits = {{{api, partial}}},
     .words =
         {{{.after = 13min,
            .state = investigating,
            .text = "Version 4.2 of the desktop program is refused when it uploads. The browser "
                    "and older versions work.",
            .next_word = 30min},
           {.after = 24min,
            .state = identified,
            .text = "Its certificate ran out at noon. A new version is being built and will "
                    "install itself.",
            .eta = "2h"},
           {.after = 58min,
            .state = resolved,
            .text = "Version 4.2.1 is there and installs itself at its next start. Uploads that "
                    "were waiting go on by themselves."}}}},
    // Still open: its next word is due twenty minutes after the demo starts.
    {.began = {.before = 58min},
     .title = "Statistics are delayed",
     .owner = mara,
     .hits = {{{statistics, partial}}},
     .words =
         {{{.after = 9min,
            .state = investigating,
            .text =
                "Page views since 40 minutes ago are counted but not shown. Nothing is lost. We "
                "are looking for what holds them up.",
            .next_word = 30min},
           {.after = 24min,
            .state = identified,
            .text = "The queue between counting and showing has filled up behind one very large "
                    "gallery. It drains, and the newest numbers come last.",
            .eta = "2h",
            .next_word = 45min}}}},
};

}  // namespace

std::span<Trouble const> recent_troubles()
{
    return recent;
}

// Their places are what talk refers to, so the recent ones stand first.
std::span<Trouble const> troubles()
{
    static std::vector<Trouble> const all = [] {
        std::vector<Trouble> both{std::begin(recent), std::end(recent)};
        auto const earlier = earlier_troubles();
        both.insert(both.end(), earlier.begin(), earlier.end());
        return both;
    }();
    return all;
}

}  // namespace tellfirst::app::demo
