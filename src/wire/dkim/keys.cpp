#include "wire/dkim/keys.hpp"

#include "kernel/digest.hpp"
#include "kernel/files.hpp"
#include "kernel/text.hpp"
#include "wire/dkim/canonical.hpp"
#include "wire/dkim/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tellfirst::dkim {
namespace {

// Of a domain and of a selector; a DNS name has no more.
constexpr std::size_t longest_name = 253;

bool is_dns_name(std::string_view name)
{
    return !name.empty() && name.size() <= longest_name && !name.starts_with('.') &&
           !name.ends_with('.') && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                      c == '_';
           });
}

std::string_view take_word(std::string_view& text)
{
    text = trim(text);
    auto const word = text.substr(0, text.find_first_of(" \t"));
    text = trim(text.substr(word.size()));
    return word;
}

std::optional<KeyFile> parse_key_file(std::string_view text)
{
    KeyFile file;
    file.domain = ascii_lower(take_word(text));
    file.selector = ascii_lower(take_word(text));
    file.path = text;
    if (!is_dns_name(file.domain) || !is_dns_name(file.selector) || file.path.empty())
        return std::nullopt;
    return file;
}

Problem bad_key(KeyFile const& file, std::string_view why)
{
    return {
        .kind = Refusal::invalid,
        .code = "dkim.bad_key",
        .detail = fmt::format("The DKIM key file {} of {} {}.", file.path, file.domain, why)};
}

}  // namespace

Result<std::vector<KeyFile>> parse_key_files(std::string_view text)
{
    std::vector<KeyFile> files;
    if (trim(text).empty())
        return files;
    for (auto const part : split(text, ',')) {
        auto file = parse_key_file(part);
        if (!file)
            return invalid(
                "dkim.bad_list", "dkim",
                "A DKIM key is given as DOMAIN SELECTOR FILE, several with commas between them.");
        files.push_back(*std::move(file));
    }
    return files;
}

Result<Keys> Keys::read(std::vector<KeyFile> const& files)
{
    Keys keys;
    for (auto const& file : files) {
        auto const pem = read_whole_file(file.path);
        if (!pem)
            return bad_key(file, "cannot be read; let the user under whom Tellfirst runs read it");
        auto key = Key::parse(*pem);
        if (!key)
            return bad_key(file, key.error().detail);
        keys.owned_.push_back({file, *std::move(key)});
    }
    return keys;
}

std::string Keys::signatures(std::string_view message, Instant now) const
{
    if (is_empty())
        return {};
    auto const parts = take_apart(message);
    auto const domain = domain_of_from(parts.fields);
    if (std::ranges::none_of(owned_, [&](Owned const& own) { return own.file.domain == domain; }))
        return {};

    auto const covered = cover(parts.fields);
    auto const body_hash = sha256(relaxed_body(parts.body));
    std::string fields;
    for (auto const& [file, key] : owned_) {
        if (file.domain != domain)
            continue;
        auto field = field_without_signature(
            {.algorithm = key.algorithm(),
             .domain = file.domain,
             .selector = file.selector,
             .signed_at = now},
            covered, body_hash);
        auto const signature = key.sign(covered.fields + relaxed_field(field));
        fields += with_signature(std::move(field), signature);
    }
    return fields;
}

}  // namespace tellfirst::dkim
