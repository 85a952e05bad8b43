#include "pages/portal/log_words.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("log words: none is missing, and each language has its own")
{
    auto const& english = log_labels_in(words::Language::en);
    for (auto const& [name, text] : log_labels_in(words::Language::de)) {
        CAPTURE(std::string{name});
        CHECK_FALSE(text.as_string().empty());
        CHECK(text != english.at(name));
    }
}

TEST_CASE(
    "outcome_words: whoever took it is named by the channel, and only what arrived is said so")
{
    using notify::Channel;
    using notify::State;
    auto const& words = log_words_in(words::Language::en);
    std::set<std::string_view> const taken{words.mail, words.sms, words.push};
    for (auto const channel : {Channel::mail, Channel::sms, Channel::push})
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto state) {
            CAPTURE(state.name);
            auto const outcome = outcome_words(channel, state.value, words);
            CHECK_FALSE(outcome.empty());
            CHECK(taken.contains(outcome) == (state.value == State::accepted));
        });
    CHECK(outcome_words(Channel::sms, State::accepted, words) == words.sms);
}
