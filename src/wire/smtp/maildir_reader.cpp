#include "wire/smtp/maildir_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>

namespace tellfirst::smtp {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_id = 200;

// Calls `see` with the id and path of each mail.
void each_mail(std::string const& folder, auto const& see)
{
    for (auto const* const part : {"/new", "/cur"}) {
        std::error_code failed;
        fs::directory_iterator files{folder + part, failed};
        for (; !failed && files != fs::directory_iterator{}; files.increment(failed)) {
            auto const name = files->path().filename().string();
            if (auto const id = std::string_view{name}.substr(0, name.find(':')); is_mail_id(id))
                see(id, files->path());
        }
    }
}

}  // namespace

bool is_mail_id(std::string_view text)
{
    auto const is_safe = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{"._-=,+"}.contains(c);
    };
    return !text.empty() && text.size() <= longest_id && text.front() != '.' &&
           std::ranges::all_of(text, is_safe);
}

std::vector<StoredMail>
newest_mails(std::string const& folder, std::string_view after, std::size_t limit)
{
    std::vector<StoredMail> mails;
    each_mail(folder, [&](std::string_view id, fs::path const& path) {
        if (after.empty() || id < after)
            mails.push_back({.id = std::string{id}, .path = path.string()});
    });
    auto const page = std::min(limit, mails.size());
    std::ranges::partial_sort(
        mails, mails.begin() + static_cast<std::ptrdiff_t>(page), std::greater{}, &StoredMail::id);
    mails.resize(page);
    return mails;
}

std::optional<StoredMail> find_mail(std::string const& folder, std::string_view id)
{
    if (!is_mail_id(id))
        return std::nullopt;
    if (auto const path = folder + "/new/" + std::string{id}; fs::is_regular_file(path))
        return StoredMail{.id = std::string{id}, .path = path};
    std::optional<StoredMail> found;
    each_mail(folder, [&](std::string_view name, fs::path const& path) {
        if (name == id)
            found = StoredMail{.id = std::string{id}, .path = path.string()};
    });
    return found;
}

}  // namespace tellfirst::smtp
