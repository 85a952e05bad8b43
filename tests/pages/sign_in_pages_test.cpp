#include "pages/sign_in_pages.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

bool shows(std::string const& html, std::string_view text)
{
    return html.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("sign-in: the form is labelled and lets a browser fill in the address")
{
    auto const html = render(SignInPage{.step = SignInStep::ask, .brand = {.name = "Pixel"}});
    CHECK(shows(html, "<label for=\"email\">"));
    CHECK(shows(html, "autocomplete=\"email\""));
    CHECK_FALSE(shows(html, "role=\"alert\""));
}

TEST_CASE("sign-in: what was wrong is tied to the field")
{
    auto const html = render(
        SignInPage{.step = SignInStep::ask, .brand = {.name = "Pixel"}, .typed = "ada at home"});
    CHECK(shows(html, "value=\"ada at home\" aria-invalid=\"true\" aria-describedby=\"wrong\""));
    CHECK(shows(html, "id=\"wrong\" role=\"alert\""));
}

TEST_CASE("sign-in: each step has its own heading, and a way on")
{
    auto const page = [](SignInStep step) {
        return render(
            SignInPage{.step = step, .language = words::Language::de, .brand = {.name = "Pixel"}});
    };
    CHECK(shows(page(SignInStep::sent), "<h1>Sehen Sie in Ihr Postfach</h1>"));
    CHECK(shows(page(SignInStep::sent), "href=\"/portal/sign-in\""));
    CHECK(shows(page(SignInStep::confirm), "<button>Anmelden</button>"));
    CHECK(shows(page(SignInStep::spent), "<h1>Dieser Link gilt nicht mehr</h1>"));
    CHECK(shows(page(SignInStep::spent), "href=\"/portal/sign-in\""));
}
