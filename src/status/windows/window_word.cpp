#include "status/windows/window_word.hpp"

#include "status/services/service_store.hpp"
#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

notify::Announcement announcement_of(Call& call, Window const& window, UpdateId word)
{
    bool const is_over = window.state == WindowState::cancelled;
    notify::Announcement words{
        .about = window.id,
        .update = word,
        .reach = is_over ? notify::Reach::told : notify::Reach::exposed,
        .topic = accounts::Topic::planned,
        .tag = std::string{name_of(window.state)},
        .title = window.title,
        .state = std::string{name_of(window.state)},
        .services = window.services,
        .service_state = std::string{name_of(ServiceState::maintenance)},
        .text = window.text,
        .started_at = window.starts_at,
        .ended_at = window.ends_at};
    for (auto const id : window.services)
        if (auto const service = store::find_service(call.tx, id))
            words.service_names.push_back(service->name);
    return words;
}

}  // namespace

void say(Call& call, Window const& window, WindowWord const& word)
{
    auto const id = call.new_id<UpdateId>();
    store::add_window_word(call.tx, id, window, call.now);
    if (!word.notify)
        return;
    auto const undo = word.undo_s ? std::chrono::seconds{*word.undo_s} : call.settings.notify.undo;
    (void)notify::announce(call, announcement_of(call, window, id), undo);
}

}  // namespace tellfirst::status
