#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

using enum status::IncidentState;
using enum status::ServiceState;

constexpr Trouble earlier[] = {
    {.began = {.weeks_ago = 54, .day = wed, .at = 19h + 40min},
     .title = "Galleries do not open",
     .owner = jonas,
     .hits = {{{galleries, major}, {downloads, major}}},
     .words =
         {{{.after = 12min,
            .state = investigating,
            .text = "No gallery opens since 19:40 UTC. Your pictures are safe. We are on it.",
            .next_word = 30min},
           {.after = 25min,
            .state = identified,
            .text = "Both load balancers took a wrong setting at the same time. It is being put "
                    "back, one after the other.",
            .eta = "1h"},
           {.after = 24min,
            .state = resolved,
            .text = "All galleries open. A new setting now goes to one load balancer first and "
                    "waits there for an hour."}}}},
    {.began = {.weeks_ago = 47, .day = mon, .at = 10h + 5min},
     .title = "Statistics stand still",
     .owner = priya,
     .hits = {{{statistics, degraded}}},
     .words =
         {{{.after = 50min,
            .state = identified,
            .text = "Numbers of today are missing: the nightly run stopped half way. It runs "
                    "again and needs some hours.",
            .eta = "12h"},
           {.after = 7h + 20min, .state = resolved, .text = "All numbers of today are there."}}}},
    {.began = {.weeks_ago = 41, .day = thu, .at = 14h + 30min},
     .title = "Uploads are slow",
     .owner = mara,
     .hits = {{{uploads, partial}}},
     .words =
         {{{.after = 18min,
            .state = investigating,
            .text = "Uploads take about four times as long as usual, and some give up. Trying "
                    "again helps.",
            .next_word = 45min},
           {.after = 40min,
            .state = identified,
            .text = "Our provider's line to Frankfurt is full. We lead uploads round it.",
            .eta = "2h"},
           {.after = 65min,
            .state = resolved,
            .text = "Uploads are quick again. We have rented a second line of another "
                    "provider."}}}},
    {.began = {.weeks_ago = 36, .day = tue, .at = 7h + 15min},
     .title = "Nobody can sign in",
     .owner = tom,
     .hits = {{{sign_in, major}}},
     .words =
         {{{.after = 8min,
            .state = identified,
            .text = "Signing in fails since 07:15 UTC; who is signed in stays so, and galleries "
                    "are not touched. A release of this morning is being taken back.",
            .eta = "1h"},
           {.after = 21min,
            .state = resolved,
            .text = "Signing in works. The release had not been tried with an old password."}}}},
    {.began = {.weeks_ago = 30, .day = fri, .at = 9h},
     .title = "Prints are a week late",
     .owner = priya,
     .hits = {{{prints, degraded}}},
     .words =
         {{{.after = 45min,
            .state = identified,
            .text = "Our paper supplier has not delivered. Orders on matte paper leave about a "
                    "week late; glossy ones leave as usual.",
            .eta = "3d",
            .next_word = 24h},
           {.after = 23h,
            .state = monitoring,
            .text = "Paper of another maker has come and is being tried.",
            .eta = "12h"},
           {.after = 10h,
            .state = resolved,
            .text = "All orders are being printed again. Whoever would rather wait for the usual "
                    "paper, please answer this mail."}}}},
    {.began = {.weeks_ago = 25, .day = wed, .at = 16h + 20min},
     .title = "API refuses valid tokens",
     .owner = jonas,
     .hits = {{{api, major}}},
     .words =
         {{{.after = 9min,
            .state = investigating,
            .text =
                "Calls with tokens older than half a year are answered with 401. Newer ones work.",
            .next_word = 30min},
           {.after = 26min,
            .state = resolved,
            .text = "All tokens work. A clean-up had gone too far; it has been taken back, and no "
                    "token is lost."}}}},
    {.began = {.weeks_ago = 20, .day = sat, .at = 11h + 50min},
     .title = "Downloads break off",
     .owner = tom,
     .hits = {{{downloads, partial}}},
     .words =
         {{{.after = 22min,
            .state = investigating,
            .text = "Downloads of more than 4 GB break off. Smaller ones arrive.",
            .next_word = 60min},
           {.after = 55min,
            .state = identified,
            .text = "A limit that was meant for uploads also holds for downloads. It is being "
                    "lifted.",
            .eta = "1h"},
           {.after = 30min, .state = resolved, .text = "Downloads of any size arrive."}}}},
    {.began = {.weeks_ago = 14, .day = mon, .at = 6h + 30min},
     .title = "New custom domains wait",
     .owner = jonas,
     .hits = {{{domains, degraded}}},
     .words =
         {{{.after = 40min,
            .state = identified,
            .text = "Domains that were entered since Sunday get no certificate yet: the office "
                    "that gives them out limits us. Domains of before are fine.",
            .eta = "12h"},
           {.after = 9h,
            .state = resolved,
            .text = "All new domains work. We now spread our requests over the day."}}}},
    {.began = {.weeks_ago = 10, .day = thu, .at = 18h + 10min},
     .title = "Comments of clients are not shown",
     .owner = mara,
     .hits = {{{proofing, partial}}},
     .words =
         {{{.after = 16min,
            .state = investigating,
            .text = "What your clients write is kept but not shown to you. Favourites and choices "
                    "work.",
            .next_word = 60min},
           {.after = 50min,
            .state = resolved,
            .text = "All comments are shown, those of this evening included."}}}},
};

}  // namespace

std::span<Trouble const> earlier_troubles()
{
    return earlier;
}

}  // namespace tellfirst::app::demo
