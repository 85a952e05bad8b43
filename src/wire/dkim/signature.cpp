#include "wire/dkim/signature.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "wire/dkim/canonical.hpp"

#include <fmt/format.h>

#include <array>
#include <ranges>

namespace tellfirst::dkim {
namespace {

constexpr std::size_t longest_line = 76;  // RFC 5322 2.1.1 wants 78
constexpr std::string_view fold = "\r\n\t";

struct Rule {
    std::string_view name;
    bool even_where_absent = false;
};

// What a mail program shows or acts on. RFC 8058 demands both List-Unsubscribe fields.
constexpr std::array rules{
    Rule{"from", true},
    Rule{"reply-to", true},
    Rule{"to", true},
    Rule{"cc", true},
    Rule{"subject", true},
    Rule{"date", true},
    Rule{"message-id", true},
    Rule{"mime-version"},
    Rule{"content-type"},
    Rule{"content-transfer-encoding"},
    Rule{"in-reply-to"},
    Rule{"references"},
    Rule{"list-id"},
    Rule{"list-unsubscribe"},
    Rule{"list-unsubscribe-post"},
    Rule{"auto-submitted"},
};

bool is_called(std::string_view relaxed, std::string_view name)
{
    return relaxed.size() > name.size() && relaxed[name.size()] == ':' && relaxed.starts_with(name);
}

// The names with colons between them, in lines that are not too long.
class NameList {
  public:
    void add(std::string_view name)
    {
        if (!text_.empty()) {
            text_ += ':';
            ++column_;
        }
        if (column_ + name.size() > longest_line) {
            text_ += fold;
            column_ = 1;
        }
        text_ += name;
        column_ += name.size();
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::string text_;
    std::size_t column_ = 3;  // behind the tab and "h="
};

}  // namespace

Covered cover(std::span<std::string_view const> fields)
{
    std::vector<std::string> relaxed;
    relaxed.reserve(fields.size());
    for (auto const field : fields)
        relaxed.push_back(relaxed_field(field));

    NameList names;
    Covered covered;
    for (auto const& rule : rules) {
        bool found = false;
        // Of several fields of one name the last is the first to be signed (section 5.4.2).
        for (auto const& field : std::views::reverse(relaxed)) {
            if (!is_called(field, rule.name))
                continue;
            names.add(rule.name);
            covered.fields += field + "\r\n";
            found = true;
        }
        if (found || rule.even_where_absent)
            names.add(rule.name);
    }
    covered.names = names.take();
    return covered;
}

std::string
field_without_signature(Terms const& terms, Covered const& covered, std::string_view body_hash)
{
    auto const second = std::chrono::floor<std::chrono::seconds>(terms.signed_at);
    return fmt::format(
        "DKIM-Signature: v=1; a={}; c=relaxed/relaxed;{}d={};{}s={}; t={};{}h={};{}bh={};{}b=",
        terms.algorithm, fold, terms.domain, fold, terms.selector,
        second.time_since_epoch().count(), fold, covered.names, fold, to_base64(body_hash), fold);
}

std::string with_signature(std::string field, std::string_view raw_signature)
{
    auto const text = to_base64(raw_signature);
    constexpr auto room = longest_line - 3;
    for (std::size_t at = 0; at < text.size(); at += room)
        field.append(at == 0 ? "" : fold).append(text, at, room);
    return field + "\r\n";
}

std::string domain_of_from(std::span<std::string_view const> fields)
{
    for (auto const field : fields) {
        auto const relaxed = relaxed_field(field);
        if (!is_called(relaxed, "from"))
            continue;
        auto const at = relaxed.rfind('@');
        if (at == relaxed.npos)
            return {};
        auto const rest = std::string_view{relaxed}.substr(at + 1);
        return ascii_lower(rest.substr(0, rest.find_first_of("> ")));
    }
    return {};
}

}  // namespace tellfirst::dkim
