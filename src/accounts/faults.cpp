#include "accounts/faults.hpp"

#include "accounts/accounts.hpp"

#include "kernel/text.hpp"

#include <absl/time/time.h>

#include <iterator>

namespace tellfirst::accounts {
namespace {

constexpr std::size_t longest_zone = 64;
constexpr std::size_t longest_phone = 40;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool has_control(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

void append(Faults& faults, Faults&& more)
{
    faults.insert(faults.end(), std::move_iterator{more.begin()}, std::move_iterator{more.end()});
}

}  // namespace

Faults faults_in_name(std::string const& what, std::string field, std::string_view name)
{
    if (trim(name).empty())
        return {{std::move(field), what + ".needs_name", "must not be empty"}};
    if (name.size() > longest_name)
        return {{std::move(field), what + ".name_too_long", "must not be longer than 200 bytes"}};
    if (has_control(name))
        return {{std::move(field), what + ".name_has_control", "must be one line of text"}};
    return {};
}

bool is_phone(std::string_view phone)
{
    return phone.size() <= longest_phone && std::ranges::any_of(phone, is_digit) &&
           std::ranges::all_of(phone, [](char c) {
               return is_digit(c) || std::string_view{"+-()/. "}.contains(c);
           });
}

bool is_known_zone(std::string_view zone)
{
    // The library would open any path and knows "localtime": only names of the zone database pass.
    auto const plain = std::ranges::all_of(zone, [](char c) {
        return is_letter(c) || is_digit(c) || c == '/' || c == '_' || c == '+' || c == '-';
    });
    if (zone.empty() || zone.size() > longest_zone || !is_letter(zone.front()) || !plain ||
        zone == "localtime")
        return false;
    absl::TimeZone found;
    return absl::LoadTimeZone(std::string{zone}, &found);
}

bool is_language(std::string_view language)
{
    auto const parts = split(language, '-');
    auto const& first = parts.front();
    if (first.size() < 2 || first.size() > 3 ||
        !std::ranges::all_of(first, [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    return parts.size() <= 4 && std::all_of(parts.begin() + 1, parts.end(), [](auto part) {
               return part.size() >= 2 && part.size() <= 8 &&
                      std::ranges::all_of(part, [](char c) { return is_letter(c) || is_digit(c); });
           });
}

Faults faults_in(NewContact const& wish, std::string const& path)
{
    auto faults = faults_in_name("contact", path + "name", wish.name);
    if (wish.email.text().empty())
        faults.push_back({path + "email", "contact.needs_email", "must not be empty"});
    if (wish.phone && !is_phone(*wish.phone))
        faults.push_back({path + "phone", "contact.bad_phone", "is not a telephone number"});
    if (!wish.language.empty() && !is_language(wish.language))
        faults.push_back(
            {path + "language", "language.wrong_form", "is not a language such as \"en\""});
    if (!is_known_zone(wish.zone))
        faults.push_back(
            {path + "zone", "zone.unknown", "is not a time zone such as \"Europe/Berlin\""});
    return faults;
}

Faults faults_in(NewAccount const& wish)
{
    auto faults = faults_in_name("account", "name", wish.name);
    if (wish.contacts.size() > most_contacts)
        return {{"contacts", "account.too_many_contacts", "must not be more than 1000"}};
    if (wish.services && wish.services->size() > most_services)
        faults.push_back({"services", "account.too_many_services", "must not be more than 1000"});
    for (std::size_t i = 0; i < wish.contacts.size(); ++i)
        append(faults, faults_in(wish.contacts[i], fmt::format("contacts[{}].", i)));
    return faults;
}

Problem refusal(Faults faults)
{
    auto const first = faults.front();
    return {
        .kind = Refusal::invalid,
        .code = first.code,
        .detail = first.field + ": " + first.detail,
        .field = first.field,
        .errors = std::move(faults)};
}

}  // namespace tellfirst::accounts
