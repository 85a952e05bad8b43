#pragma once
#include "kernel/ids.hpp"

#include <variant>

namespace tellfirst::notify {

// What an announcement is about: an incident, a window, or nothing but itself: news. Stands as its
// id's text wherever texts stand.
class About {
  public:
    About() = default;
    About(IncidentId id) : id_{id} {}
    About(WindowId id) : id_{id} {}
    About(NoticeId news) : id_{news} {}

    [[nodiscard]] std::string text() const
    {
        return std::visit([](auto const& id) { return id.text(); }, id_);
    }
    [[nodiscard]] bool is_window() const { return std::holds_alternative<WindowId>(id_); }
    [[nodiscard]] bool is_news() const { return std::holds_alternative<NoticeId>(id_); }
    // The notice that says it.
    [[nodiscard]] std::optional<NoticeId> news() const
    {
        auto const* id = std::get_if<NoticeId>(&id_);
        return id ? std::optional{*id} : std::nullopt;
    }

    [[nodiscard]] static std::optional<About> parse(std::string_view text)
    {
        if (auto const incident = IncidentId::parse(text))
            return About{*incident};
        if (auto const window = WindowId::parse(text))
            return About{*window};
        if (auto const news = NoticeId::parse(text))
            return About{*news};
        return std::nullopt;
    }
    [[nodiscard]] static std::string expectation()
    {
        return "not an id of an incident, a window or a notice";
    }

    bool operator==(About const&) const = default;

  private:
    std::variant<IncidentId, WindowId, NoticeId> id_;
};

}  // namespace tellfirst::notify
