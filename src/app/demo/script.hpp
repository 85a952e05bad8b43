#pragma once
// What happens in the demo's past, as tables that can be read: who asked what, what broke, what was
// promised. The rest of this folder makes it happen.
#include "promises/promises.hpp"
#include "status/status.hpp"

#include <span>

namespace tellfirst::app::demo {

using namespace std::chrono_literals;
using std::chrono::minutes;

enum Day { mon, tue, wed, thu, fri, sat, sun };

// A moment as the script knows it: on a weekday some weeks ago (so that office hours are office
// hours, whenever the demo starts), or a while before now.
struct Moment {
    int weeks_ago = 0;
    Day day = mon;
    minutes at = 0min;      // since midnight, UTC
    minutes before = 0min;  // where not zero: so long before now, and nothing else counts
};

[[nodiscard]] Instant when(Moment const& moment, Instant now);

// The services, by their place in the list of them.
enum What { galleries, uploads, downloads, proofing, statistics, prints, domains, api, sign_in };
inline constexpr std::size_t how_many_services = 9;

// Our people, by their place in the list of them.
enum Who { mara, jonas, priya, tom };
inline constexpr std::size_t how_many_people = 4;

enum class Sold { free, pro, studio, partner };
inline constexpr std::size_t how_many_plans = 4;

// --- trouble ---
struct Word {
    minutes after = 0min;  // since the word before; of the first, since it began
    status::IncidentState state = status::IncidentState::investigating;
    std::string_view text = {};
    std::string_view eta = {};  // "2h"; empty: none is given
    minutes next_word = 0min;   // from this word on; zero: none is promised
};

struct Hit {
    What service = galleries;
    status::ServiceState state = status::ServiceState::operational;  // operational: no hit
};

struct Trouble {
    Moment began;
    std::string_view title;
    Who owner = mara;
    std::array<Hit, 2> hits = {};
    std::array<Word, 5> words = {};  // up to the first without text
};

[[nodiscard]] std::span<Trouble const> troubles();
[[nodiscard]] std::span<Trouble const> recent_troubles();   // the last of them is still open
[[nodiscard]] std::span<Trouble const> earlier_troubles();  // of the year before

// --- planned work ---
struct Works {
    Moment told;
    Who by = mara;
    std::string_view title;
    What what = galleries;
    int days_ahead = 0;
    minutes starts = 0min;  // since midnight, UTC, of that day
    minutes lasts = 0min;
    std::string_view text;
};

[[nodiscard]] std::span<Works const> works();

// --- what is known to be wrong for longer ---
struct Fault {
    Moment found;
    Who by = mara;
    std::string_view title;
    What what = galleries;
    std::string_view text;
    std::string_view workaround = {};
    std::string_view url = {};
    minutes fix = 0min;    // promised from then on; zero: no date yet
    minutes moved = 0min;  // so long after it was found the date moves ...
    minutes to = 0min;     // ... to this, from then on
    minutes closed = 0min;
    std::string_view closing = {};
};

[[nodiscard]] std::span<Fault const> faults();

// --- talk ---
enum class Act { none, asks, answers, solves, notes };

struct Line {
    Act act = Act::none;
    minutes after = 0min;  // since the line before
    std::string_view text = {};
};

struct Talk {
    Moment began;
    Sold sold = Sold::pro;
    std::string_view language = "en";
    std::string_view subject;
    std::array<Line, 6> lines = {};  // up to the first without text; the first asks
    int trouble = -1;                // linked to this one of recent_troubles()
};

[[nodiscard]] std::vector<Talk> talks();
[[nodiscard]] std::span<Talk const> english_talks();
[[nodiscard]] std::span<Talk const> german_talks();
[[nodiscard]] std::span<Talk const> recent_talks();  // of the last days, and of the open incident

// --- promises by hand ---
enum class Ended { no, kept, broken, withdrawn, moved };

struct Pledge {
    Moment made;
    Who owner = mara;
    Sold to = Sold::pro;  // a contact of such an account
    std::string_view text;
    minutes due = 0min;  // from then on; zero: `no_date` says why not
    promises::NoDate no_date = promises::NoDate::other;
    Ended ended = Ended::no;
    minutes end = 0min;  // from then on
    std::string_view reason = {};
};

[[nodiscard]] std::span<Pledge const> pledges();

}  // namespace tellfirst::app::demo
