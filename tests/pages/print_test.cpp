#include "pages/print.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

Sites sites_of(Found const& found = sample::found())
{
    return {
        .as_of = found.now,
        .default_host = "status.example.test",
        .open = {sample::site_of(found)}};
}

Sites sites_with_news()
{
    auto found = sample::found();
    found.open[0].title = "Numbers are back";
    return sites_of(found);
}

// What was put up, one after the other.
std::vector<Snapshot> print(Printer& printer, Sites const& sites)
{
    std::vector<Snapshot> put_up;
    printer.print(sites, [&](Snapshot snapshot) { put_up.push_back(std::move(snapshot)); });
    return put_up;
}

Snapshot print_all(Sites const& sites)
{
    Printer printer;
    return print(printer, sites).back();
}

Copy const* find(Snapshot const& snapshot, std::string_view path)
{
    auto const found = std::ranges::find(snapshot.copies, path, &Copy::path);
    return found == snapshot.copies.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("print: a site has its page in both languages, as JSON, and a page for each incident")
{
    auto const snapshot = print_all(sites_of());
    for (std::string const& path : std::vector<std::string>{
             "/", "/de/", "/de", "/status.json", sample::outage_path, "/de" + sample::outage_path,
             sample::outage_path + ".json", "/robots.txt", "/favicon.svg", "/404.html",
             "/feed.atom", "/calendar.ics", "/api/v2/summary.json", "/how-we-tell-you",
             "/mirror.json"}) {
        CAPTURE(path);
        CHECK(find(snapshot, path) != nullptr);
    }
}

TEST_CASE("print: nothing where nothing has changed")
{
    Printer printer;
    auto sites = sites_of();
    CHECK_FALSE(print(printer, sites).empty());
    CHECK(print(printer, sites).empty());
    sites.open[0].page.as_of += 20s;  // within the minute
    CHECK(print(printer, sites).empty());
    sites.open[0].page.as_of += 40s;
    CHECK_FALSE(print(printer, sites).empty());
}

TEST_CASE("print: the page comes first, then what programs read, then what mirrors ask for")
{
    Printer printer;
    (void)print(printer, sites_of());
    auto const steps = print(printer, sites_with_news());
    auto const is_told = [](Snapshot const& snapshot, std::string_view path) {
        return find(snapshot, path)->body.text().contains("Numbers are back");
    };
    REQUIRE(steps.size() == 3);
    CHECK(is_told(steps[0], "/"));
    CHECK(is_told(steps[0], sample::outage_path));
    for (std::string_view const later : {"/feed.atom", "/de/"}) {
        CAPTURE(later);
        CHECK_FALSE(is_told(steps[0], later));
        CHECK(is_told(steps[1], later));
    }
    auto const names_page = [](Snapshot const& snapshot) {
        return find(snapshot, "/mirror.json")
            ->body.text()
            .contains(find(snapshot, "/")->body.hash());
    };
    CHECK_FALSE(names_page(steps[1]));  // the old list stays until there is a new one
    CHECK(names_page(steps[2]));
}

TEST_CASE("print: a site that is new appears whole")
{
    Printer printer;
    auto sites = sites_of();
    (void)print(printer, sites);
    sites.open.push_back(sites.open[0]);
    sites.open[1].base_url = "https://status.partner.test";
    auto const first = print(printer, sites).front();
    for (std::string_view const path :
         {"/", "/de/", "/banner.json", "/status.json", "/feed.atom"}) {
        CAPTURE(path);
        CHECK(std::ranges::any_of(first.copies, [&](Copy const& copy) {
            return copy.host == "status.partner.test" && copy.path == path;
        }));
    }
}

TEST_CASE("print: a site that is gone takes its pages with it")
{
    Printer printer;
    auto sites = sites_of();
    sites.open.push_back(sites.open[0]);
    sites.open[1].base_url = "https://status.partner.test";
    auto const has_partner = [](Snapshot const& snapshot) {
        auto const found = std::ranges::find(snapshot.copies, "status.partner.test", &Copy::host);
        return found != snapshot.copies.end();
    };
    CHECK(has_partner(print(printer, sites).back()));
    sites.open.pop_back();
    CHECK_FALSE(has_partner(print(printer, sites).back()));
}

TEST_CASE("print: what says the same after a change is not hashed anew")
{
    Printer printer;
    auto const first = print(printer, sites_of()).back();
    auto const second = print(printer, sites_with_news()).back();
    auto const at = [](Snapshot const& snapshot, std::string_view path) {
        return &find(snapshot, path)->body.text();
    };
    CHECK(at(first, "/banner.js") == at(second, "/banner.js"));
    CHECK(at(first, "/") != at(second, "/"));
    CHECK(at(second, "/de") == at(second, "/de/"));
}

TEST_CASE("print: a German brand's page is German, and the English one is beside it")
{
    auto sites = sites_of();
    sites.open[0].brand.language = "de";
    auto const snapshot = print_all(sites);
    auto const body = [&](std::string_view path) { return find(snapshot, path)->body.text(); };
    CHECK(body("/") == body("/de/"));
    CHECK(body("/").contains("<html lang=\"de\""));
    CHECK(body("/").contains("<a href=\"/en/\" lang=\"en\""));
    CHECK(body("/en/").contains("<html lang=\"en\""));
    CHECK(body("/en") == body("/en/"));
    CHECK(body(sample::outage_path).contains("href=\"/en/\""));
    CHECK(body("/404.html").contains("<html lang=\"de\""));
}

TEST_CASE("print: what was merged keeps its pages, which lead to what it is a part of")
{
    auto const snapshot = print_all(sites_of(sample::merged()));
    auto const other = "/incidents/" + id_letters(8);
    for (std::string const& root : std::vector<std::string>{"", "/de"}) {
        CAPTURE(root);
        auto const* page = find(snapshot, root + sample::outage_path);
        REQUIRE(page != nullptr);
        CHECK(page->body.text().contains("<a href=\"" + root + other + "\">Nothing works</a>"));
        CHECK(page->body.text().contains("See there."));
    }
    auto const document =
        parse_json(find(snapshot, sample::outage_path + ".json")->body.text()).value();
    CHECK(document.at("merged_into").at("title") == "Nothing works");
    CHECK_FALSE(find(snapshot, "/")->body.text().contains("Numbers are missing"));
}

TEST_CASE("print: whoever stops does not wait for the sites that are left")
{
    auto sites = sites_of();
    for (int n = 0; n < 3; ++n) {
        sites.open.push_back(sites.open[0]);
        sites.open.back().base_url = fmt::format("https://status.partner{}.test", n);
    }
    int asked = 0;
    int put_up = 0;
    Printer{}.print(sites, [&](Snapshot const&) { ++put_up; }, [&] { return ++asked < 3; });
    CHECK(asked == 3);
    CHECK(put_up == 0);
}
