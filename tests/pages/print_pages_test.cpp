#include "pages/print_pages.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

std::vector<std::string> paths_of(std::vector<Output> const& outputs)
{
    std::vector<std::string> paths;
    for (auto const& output : outputs)
        paths.push_back(output.path);
    return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("print_home: in its own language at the root, in the other with and without a slash")
{
    auto site = sample::site_of(sample::found());
    auto const english = print_home(site, words::Language::en);
    CHECK(paths_of(english) == Paths{"/"});
    CHECK(english[0].body.contains("lang=\"en\""));
    auto const german = print_home(site, words::Language::de);
    CHECK(paths_of(german) == Paths{"/de/", "/de"});
    CHECK(german[0].body == german[1].body);
    CHECK(german[0].body.contains("lang=\"de\""));
    site.brand.language = "de";
    CHECK(paths_of(print_home(site, words::Language::en)) == Paths{"/en/", "/en"});
    CHECK(paths_of(print_home(site, words::Language::de)) == Paths{"/", "/de/", "/de"});
}

TEST_CASE("print_item: an incident in both languages and as JSON")
{
    auto const site = sample::site_of(sample::found());
    auto const outputs = print_item(site, site.page.incidents.front());
    CHECK(
        paths_of(outputs) ==
        Paths{sample::outage_path, "/de" + sample::outage_path, sample::outage_path + ".json"});
}

TEST_CASE("for_each_item: what stands in several lists comes once")
{
    auto page = sample::site_of(sample::found()).page;
    page.latest = page.incidents;
    page.past = page.incidents;
    std::vector<std::string> paths;
    for_each_item(page, [&](auto const& item) { paths.push_back(path_of(item)); });
    CHECK(std::ranges::count(paths, sample::outage_path) == 1);
    CHECK(paths.size() == page.incidents.size() + page.windows.size() + page.issues.size());
}
