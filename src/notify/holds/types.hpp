#pragma once
// A partner forwards what we announce to his own customers: he may want to read it before they do.
#include "notify/types.hpp"

namespace tellfirst::notify {

enum class Forwarding { at_once, held };
BOOST_DESCRIBE_ENUM(Forwarding, at_once, held)

// How announcements reach the accounts of a brand. What is held already stays held when it changes.
struct NewForwards {
    static constexpr std::array<std::string_view, 1> required{"mode"};
    Forwarding mode = Forwarding::at_once;
    std::optional<std::int64_t> release_after_minutes;  // absent: only a person releases
    std::optional<Email> tell;  // who hears that something is held; absent: the brand's contact
};
BOOST_DESCRIBE_STRUCT(NewForwards, (), (mode, release_after_minutes, tell))

struct Forwards : NewForwards {
    BrandId brand;
};
BOOST_DESCRIBE_STRUCT(Forwards, (NewForwards), (brand))

// A word that waits for its release, as everybody may know it.
struct HeldNotice {
    NoticeId id;
    BrandId brand;
    About about;
    accounts::Topic topic = accounts::Topic::unplanned;
    std::string title;
    std::string state;
    std::string text;
    Instant held_at;
    std::optional<Instant> releases_at;  // by itself
    Instant expires_at;                  // not released by then: not sent at all
    std::int64_t deliveries = 0;         // that wait
};
BOOST_DESCRIBE_STRUCT(
    HeldNotice, (),
    (id, brand, about, topic, title, state, text, held_at, releases_at, expires_at, deliveries))

// What the brand's readers read instead of ours.
struct Release {
    static constexpr std::array<std::string_view, 0> required{};
    std::optional<std::string> title;
    std::optional<std::string> text;

    [[nodiscard]] bool is_edited() const { return title || text; }
};
BOOST_DESCRIBE_STRUCT(Release, (), (title, text))

// Who hears of a word only after its release.
struct NoticeHeld {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeHeld";
    NoticeId notice;
    About about;
    BrandId brand;
    std::int64_t deliveries = 0;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeHeld, (), (notice, about, brand, deliveries))

// By a person, by the partner's link or by its time; its words stay in the table.
struct NoticeReleased {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeReleased";
    NoticeId notice;
    About about;
    BrandId brand;
    std::string by;
    bool is_edited = false;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeReleased, (), (notice, about, brand, by, is_edited))

struct ForwardsChanged {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "ForwardsChanged";
    BrandId brand;
    Forwarding mode = Forwarding::at_once;
    [[nodiscard]] std::string subject() const { return brand.text(); }
};
BOOST_DESCRIBE_STRUCT(ForwardsChanged, (), (brand, mode))

}  // namespace tellfirst::notify
