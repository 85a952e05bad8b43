#pragma once
#include "kernel/ids.hpp"

#include <variant>

namespace tellfirst::notify {

// What an announcement is about: an incident, or a window. Stands as its id's text wherever texts
// stand.
class About {
  public:
    About() = default;
    About(IncidentId id) : id_{id} {}
    About(WindowId id) : id_{id} {}

    [[nodiscard]] std::string text() const
    {
        return std::visit([](auto const& id) { return id.text(); }, id_);
    }
    [[nodiscard]] bool is_window() const { return std::holds_alternative<WindowId>(id_); }

    [[nodiscard]] static std::optional<About> parse(std::string_view text)
    {
        if (auto const incident = IncidentId::parse(text))
            return About{*incident};
        if (auto const window = WindowId::parse(text))
            return About{*window};
        return std::nullopt;
    }
    [[nodiscard]] static std::string expectation() { return "not an id of an incident or window"; }

    bool operator==(About const&) const = default;

  private:
    std::variant<IncidentId, WindowId> id_;
};

}  // namespace tellfirst::notify
