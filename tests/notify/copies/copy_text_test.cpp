#include "notify/copies/copy_text.hpp"

#include "kernel/text.hpp"
#include "notify/samples.hpp"
#include "notify/wording.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<std::string> const names{"Lens & Light", "Lens", "status.lens.test", "help@lens.test"};

std::string copied(Announcement const& words, Reader const& reader = {})
{
    return copy_text(words, support::test_start, reader, names);
}

}  // namespace

TEST_CASE("copy_text: says service, state, outlook with its zone, data and what helps")
{
    auto words = outage(1);
    words.data_safety = "safe";
    words.workaround = "Use the old form.";
    CHECK(
        copied(words) == "Mail: down, looking for the cause; end not known yet, next word by 4 Mar "
                         "11:00 UTC. Your data: safe. What helps until then: Use the old form.");
    auto const german = copied(words, {.language = Language::de, .zone = "Europe/Berlin"});
    CHECK(german.starts_with("Mail: ausgefallen"));
    CHECK(german.contains("12:00 CET"));
    auto review = resolved(2);
    review.state = "review";
    for (auto const& over : {resolved(2), review})
        CHECK(copied(over).contains("working again since 4 Mar 10:00 UTC"));
    CHECK(copied(work_planned(3)).contains("maintenance planned"));
}

TEST_CASE("copy_text: a service is said without whose it is")
{
    auto words = outage(1);
    words.service_names = {"LENS & Light Mail", "Uploads (Lens)", "Lens"};
    auto const text = copied(words);
    CHECK(text.starts_with("Mail, Uploads"));
    for (auto const& name : names)
        CHECK_FALSE(is_named(text, name));
    words.service_names = {"Lens"};
    words.title = "Lens & Light";
    CHECK(copied(words).starts_with("One of our services: down"));
    CHECK(copied(words, {.language = Language::de}).starts_with("Einer unserer Dienste: "));
}

TEST_CASE("copy_text: a hint that names somebody is left out, another is cut")
{
    auto words = outage(1);
    words.workaround = "Write to help@lens.test.";
    CHECK_FALSE(copied(words).contains("What helps"));
    words.workaround = std::string(1000, 'x');
    auto const text = copied(words);
    CHECK(count_characters(text) == longest_copy_text);
    CHECK(text.ends_with("…"));
}

TEST_CASE("copy_text: is short and nameless, whatever is said")
{
    CHECK(rc::check([](std::string const& a, std::string const& b, std::string const& c) {
        auto words = outage(1);
        words.service_names = {repair_utf8(a) + " Lens " + repair_utf8(b), "lens" + repair_utf8(c)};
        words.title = "status.lens.test " + repair_utf8(b);
        words.workaround = repair_utf8(c) + "Lens" + repair_utf8(a);
        words.when = {.eta_at = support::test_start + 1h, .eta_words = "lens " + repair_utf8(a)};
        for (auto const language : {Language::en, Language::de}) {
            auto const text = copied(words, {.language = language});
            RC_ASSERT(count_characters(text) <= longest_copy_text);
            for (auto const& name : names)
                RC_ASSERT(!is_named(text, name));
        }
    }));
}

TEST_CASE("is_named: as a word, in any case")
{
    CHECK(is_named("Our LENS.", "lens"));
    CHECK(is_named("see https://status.lens.test/x", "status.lens.test"));
    CHECK_FALSE(is_named("Lenses", "lens"));
    CHECK_FALSE(is_named("lens", ""));
}
