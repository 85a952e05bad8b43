#include "app/demo/cast.hpp"
#include "kernel/digest.hpp"

// Kestrel Albums sells our galleries to photographers as his own. They read his name only.
namespace tellfirst::app::demo {
namespace {

constexpr std::string_view logo = R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#0f6b5c"/>
<path fill="#fff" d="M4 11c5-1 9 0 12 4 3-4 7-5 12-4-4 1-7 4-8 8l-4 7-4-7c-1-4-4-7-8-8z"/>
</svg>
)svg";

}  // namespace

BrandId add_partner(Call& call)
{
    accounts::NewBrand wish{.name = "Kestrel Albums", .host = std::string{partner_host}};
    wish.accent = "#0f6b5c";
    wish.contact = {
        .text = "Monday to Saturday, 8 to 20",
        .email = Email::parse("help@kestrel.example"),
        .phone = "+44 117 496 0123",
        .url = "https://kestrel.example/help"};
    wish.mail_from = Email::parse("care@help.kestrel.example");
    auto const brand = accounts::add_brand(call, wish).value().id;
    (void)accounts::change_logo(
        call, brand, accounts::NewLogo{.type = "image/svg+xml", .data = to_base64(logo)}, {})
        .value();
    return brand;
}

}  // namespace tellfirst::app::demo
