#include "team/sign_in_page.hpp"

#include "kernel/text.hpp"
#include "team/password.hpp"

namespace tellfirst::team {
namespace {

constexpr std::string_view head = R"html(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Tellfirst</title>
<style>
:root { color-scheme: light dark; --paper: #fbfbfa; --card: #fff; --ink: #1c1f24; --line: #8a909a; --bad: #b0201a; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121417; --card: #1a1d21; --ink: #eceef1; --line: #6b727d; --bad: #ff938a; }
}
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1.25rem;
  background: var(--paper); color: var(--ink); }
h1 { font-size: 1.75rem; line-height: 1.25; letter-spacing: -.02em; margin: 0; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
input, button { font: inherit; box-sizing: border-box; padding: .625rem .875rem; border-radius: .5rem; }
input { width: 100%; margin-top: .25rem; background: var(--card); color: inherit; border: 1px solid var(--line); }
button { margin-top: 1.75rem; padding: .625rem 1.5rem; font-weight: 600; border: 1px solid var(--ink);
  background: var(--ink); color: var(--paper); cursor: pointer; }
input:focus-visible, button:focus-visible { outline: 3px solid #1f4fa3; outline-offset: 2px; }
[role=alert] { border-left: .25rem solid; padding-left: .75rem; color: var(--bad); }
</style>
</head>
<body>
<main>
)html";

constexpr std::string_view foot = R"html(</main>
</body>
</html>
)html";

std::string field(
    std::string_view name, std::string_view label, std::string_view type, std::string_view complete,
    std::string_view value)
{
    return fmt::format(
        R"html(<label for="{0}">{1}</label>
<input id="{0}" name="{0}" type="{2}" autocomplete="{3}" value="{4}" required>
)html",
        name, label, type, complete, escape_html(value));
}

}  // namespace

std::string sign_in_page(SignInPage const& page)
{
    std::string html{head};
    html += page.first_owner ? "<h1>Welcome to Tellfirst</h1>\n<p>You become the owner.</p>\n"
                             : "<h1>Set your password</h1>\n";
    if (!page.wrong.empty())
        html += fmt::format("<p role=\"alert\">{}</p>\n", escape_html(page.wrong));
    html += "<form method=\"post\">\n";
    if (page.first_owner) {
        html += field("name", "Your name", "text", "name", page.name);
        html += field("email", "Your e-mail address", "email", "email", page.email);
    }
    html += fmt::format(
        R"html(<label for="password">Password, at least {0} characters</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="{0}" required>
<button>Sign in</button>
</form>
)html",
        shortest_password);
    html += foot;
    return html;
}

std::string spent_link_page()
{
    std::string html{head};
    html += "<h1>This link does not work any more</h1>\n"
            "<p>It was used, replaced by a newer one, or is more than a day old.</p>\n"
            "<p>The owner of this Tellfirst can make a new one; for the first owner, a restart of "
            "the server prints one.</p>\n";
    html += foot;
    return html;
}

}  // namespace tellfirst::team
