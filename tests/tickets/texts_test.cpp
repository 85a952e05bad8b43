#include "tickets/texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace tellfirst::tickets;
using tellfirst::words::Language;

namespace {

constexpr std::array all{
    &Texts::subject,    &Texts::hello,      &Texts::received,   &Texts::due,        &Texts::no_due,
    &Texts::open_hours, &Texts::opens_next, &Texts::named,      &Texts::suspected,  &Texts::eta,
    &Texts::next_word,  &Texts::overdue,    &Texts::workaround, &Texts::others_one, &Texts::others,
    &Texts::told,       &Texts::add_to_it,  &Texts::resolved,   &Texts::still_not};
static_assert(sizeof(Texts) == all.size() * sizeof(std::string_view));

// "{name}" and the like, in the order of the alphabet: word order differs between languages.
std::vector<std::string> slots_of(std::string_view text)
{
    std::vector<std::string> slots;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        slots.emplace_back(text.substr(at, text.find('}', at) - at + 1));
    std::ranges::sort(slots);
    return slots;
}

}  // namespace

TEST_CASE("texts_in: German says everything that English says, with the same facts in it")
{
    for (auto const member : all) {
        auto const english = texts_in(Language::en).*member;
        auto const german = texts_in(Language::de).*member;
        CAPTURE(std::string{english});
        CHECK_FALSE(english.empty());
        CHECK_FALSE(german.empty());
        CHECK(english != german);
        CHECK(slots_of(english) == slots_of(german));
    }
}
