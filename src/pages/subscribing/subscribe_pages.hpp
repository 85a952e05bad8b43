#pragma once
#include "accounts/types.hpp"
#include "kernel/json.hpp"
#include "pages/subscribing/service_choice.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// A page that says something and has at most one thing to press.
struct Saying {
    words::Language language = words::Language::en;
    accounts::ResolvedBrand brand;
    std::string_view heading;
    std::vector<std::string_view> sentences;
    // What is sent to the same address when the button is pressed.
    struct Button {
        std::string_view text;
        std::string_view name = {};  // of a field that says "yes"; none where it is empty
    };
    std::optional<Button> button = {};
    struct Way {
        std::string_view text;
        std::string path;
    };
    std::optional<Way> way = {};  // on
};
[[nodiscard]] std::string render(Saying const& saying);

// What somebody typed into the form, and what is wrong with it.
struct SubscribeForm {
    words::Language language = words::Language::en;
    accounts::ResolvedBrand brand;
    std::string typed = {};
    std::vector<accounts::Topic> topics = {
        accounts::Topic::planned, accounts::Topic::unplanned, accounts::Topic::recovery};
    bool wrong_address = false;
    bool wrong_topics = false;
    ServiceChoice services = {};
    bool wrong_services = false;
};
[[nodiscard]] std::string render(SubscribeForm const& form);

}  // namespace tellfirst::pages
