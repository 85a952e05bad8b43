#include "status/windows/window_word.hpp"

#include "status/services/name_services.hpp"
#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

// A plan is for whoever is exposed, and so is a change of one that nobody heard of yet.
notify::Reach reach_of(Call& call, WindowId window, WindowEvent event)
{
    using notify::Reach;
    if (event == WindowEvent::planned)
        return Reach::exposed;
    bool const is_change = event == WindowEvent::moved || event == WindowEvent::extended;
    notify::Target const told{
        .topic = accounts::Topic::planned, .reach = Reach::told, .about = window, .services = {}};
    return is_change && notify::audience_of(call.tx, told).contacts == 0 ? Reach::exposed
                                                                         : Reach::told;
}

// Said by the clock, long after what was said of the plan.
bool is_by_itself(WindowEvent event)
{
    return event == WindowEvent::reminder || event == WindowEvent::started;
}

// What is done stands in the plan's own word. A later one says what is different about it, and
// alone
// ("the disks come a day later") would be read as news.
std::string text_of(Window const& window, WindowEvent event)
{
    if (!is_by_itself(event) || window.words.size() < 2)
        return window.text;
    return window.words.back().text + "\n\n" + window.text;
}

notify::Announcement announcement_of(Call& call, Window const& window, WindowEvent event)
{
    bool const is_over = event == WindowEvent::finished || event == WindowEvent::cancelled;
    notify::Announcement words{
        .about = window.id,
        .reach = reach_of(call, window.id, event),
        .topic = accounts::Topic::planned,
        .tag = std::string{name_of(event)},
        .title = window.title,
        .state = std::string{name_of(event)},
        .services = with_groups(call.tx, window.services),
        .text = text_of(window, event),
        .started_at = window.starts_at,
        .ended_at = event == WindowEvent::finished ? window.closed_at : window.ends_at};
    bool const is_new_time = event == WindowEvent::moved || is_by_itself(event);
    if (is_new_time && window.was) {
        words.was_from = window.was->starts_at;
        words.was_to = window.was->ends_at;
    }
    std::vector<Touched> services;
    for (auto const id : window.services)
        services.push_back(
            {.service = id,
             .state = is_over ? ServiceState::operational : ServiceState::maintenance});
    name_services(call.tx, words, services);
    return words;
}

}  // namespace

void say(Call& call, Window& window, WindowWord const& word)
{
    WindowWordSaid const said{
        .id = call.new_id<UpdateId>(), .state = window.state, .text = window.text, .at = call.now};
    store::add_window_word(call.tx, window.id, said);
    window.words.insert(window.words.begin(), said);
    if (!word.notify)
        return;
    auto words = announcement_of(call, window, word.event);
    words.update = said.id;
    auto const undo = word.undo_s ? std::chrono::seconds{*word.undo_s} : call.settings.notify.undo;
    (void)notify::announce(call, words, undo);
}

void say_time(Call& call, Window const& window, bool is_told)
{
    store::add_span(
        call.tx, window.id,
        {.said_at = call.now,
         .starts_at = window.starts_at,
         .ends_at = window.ends_at,
         .is_told = is_told});
}

void tell_told(Call& call, Window const& window, WindowEvent event)
{
    if (std::ranges::none_of(store::spans_of(call.tx, window.id), &WindowTime::is_told))
        return;
    auto words = announcement_of(call, window, event);
    words.update = call.new_id<UpdateId>();
    if (event == WindowEvent::finished)
        words.text.clear();  // what was said of the plan is over
    (void)notify::announce(call, words, std::chrono::seconds{0});
}

}  // namespace tellfirst::status
