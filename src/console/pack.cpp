#include "console/pack.hpp"

#include "kernel/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace tellfirst::console {
namespace {

constexpr std::string_view first_line = "tellfirst-pack 1\n";

struct Entry {
    std::string_view name;
    std::array<std::size_t, 3> sizes = {};  // plain, gzip, brotli
};

std::optional<Entry> read_entry(std::string_view line)
{
    auto const words = split(line, ' ');
    if (words.size() != 4 || !is_safe_name(words[0]))
        return std::nullopt;
    Entry entry{.name = words[0]};
    for (std::size_t i = 0; i < entry.sizes.size(); ++i) {
        auto const word = words[i + 1];
        auto const [end, error] =
            std::from_chars(word.data(), word.data() + word.size(), entry.sizes[i]);
        if (error != std::errc{} || end != word.data() + word.size())
            return std::nullopt;
    }
    return entry;
}

}  // namespace

bool is_safe_name(std::string_view name)
{
    auto const is_safe = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '_' || c == '-';
    };
    return std::ranges::all_of(split(name, '/'), [&](std::string_view segment) {
        return !segment.empty() && segment.front() != '.' && std::ranges::all_of(segment, is_safe);
    });
}

std::string write_pack(std::span<PackedFile const> files)
{
    std::string bytes{first_line};
    for (auto const& file : files)
        bytes += fmt::format(
            "{} {} {} {}\n", file.name, file.plain.size(), file.gzip.size(), file.brotli.size());
    bytes += '\n';
    for (auto const& file : files)
        bytes.append(file.plain).append(file.gzip).append(file.brotli);
    return bytes;
}

std::optional<std::vector<PackedFile>> read_pack(std::string_view bytes)
{
    auto const head_ends = bytes.find("\n\n");
    if (!bytes.starts_with(first_line) || head_ends == bytes.npos)
        return std::nullopt;
    auto rest = bytes.substr(head_ends + 2);
    auto const take = [&](std::size_t count) {
        auto const taken = rest.substr(0, count);
        rest.remove_prefix(taken.size());
        return std::string{taken};
    };
    auto lines = split(bytes.substr(0, head_ends), '\n');
    std::vector<PackedFile> files;
    for (auto const line : std::span{lines}.subspan(1)) {
        auto const entry = read_entry(line);
        if (!entry)
            return std::nullopt;
        auto const [plain, gzip, brotli] = entry->sizes;
        if (plain > rest.size() || gzip > rest.size() - plain ||
            brotli > rest.size() - plain - gzip)
            return std::nullopt;
        auto& file = files.emplace_back(PackedFile{.name = std::string{entry->name}});
        file.plain = take(plain);
        file.gzip = take(gzip);
        file.brotli = take(brotli);
    }
    return rest.empty() ? std::optional{std::move(files)} : std::nullopt;
}

}  // namespace tellfirst::console
