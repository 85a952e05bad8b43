#include "wire/mime/auth.hpp"

#include "kernel/enums.hpp"
#include "kernel/text.hpp"

#include <algorithm>
#include <vector>

namespace tellfirst::mime {
namespace {

// The statements between semicolons, without comments (which stand anywhere and nest, RFC 5322
// section 3.2.2) and without quoted strings (only reasons for people are quoted).
std::vector<std::string> statements(std::string_view value)
{
    std::vector<std::string> found(1);
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        char const c = value[i];
        if (c == '\\' && i + 1 < value.size() && (quoted || depth > 0))
            ++i;
        else if (quoted || (c == '"' && depth == 0))
            quoted = c != '"' ? quoted : !quoted;
        else if (c == '(')
            ++depth;
        else if (c == ')' && depth > 0)
            --depth;
        else if (depth == 0 && c == ';')
            found.emplace_back();
        else if (depth == 0)
            found.back() += c;
    }
    return found;
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> found;
    for (auto const word : split(text, ' '))
        if (auto const bare = trim(word); !bare.empty())
            found.push_back(ascii_lower(bare));
    return found;
}

std::string domain_of(std::string_view address)
{
    return std::string{address.substr(address.rfind('@') + 1)};
}

// "dkim=pass header.d=example.test"
struct Finding {
    std::string method;
    Verdict verdict = Verdict::none;
    std::string domain;
};

Finding read_finding(std::string_view statement)
{
    Finding finding;
    for (auto const& word : words(statement)) {
        auto const equals = std::min(word.find('='), word.size());
        auto const name = word.substr(0, equals);
        auto const value = word.substr(std::min(equals + 1, word.size()));
        if (finding.method.empty()) {
            finding.method = name.substr(0, name.find('/'));  // "dkim/1"
            finding.verdict = parse_enum<Verdict>(value).value_or(Verdict::none);
        } else if (
            name == "header.d" || name == "header.from" || name == "smtp.mailfrom" ||
            (name == "smtp.helo" && finding.domain.empty())) {
            finding.domain = domain_of(value);
        }
    }
    return finding;
}

void add(AuthResults& results, Finding finding)
{
    auto const keep = [&](Verdict& verdict, std::string& domain) {
        if (verdict == Verdict::none) {
            verdict = finding.verdict;
            domain = std::move(finding.domain);
        }
    };
    if (finding.method == "spf")
        keep(results.spf, results.spf_domain);
    if (finding.method == "dmarc")
        keep(results.dmarc, results.dmarc_domain);
    if (finding.method == "dkim") {
        if (finding.verdict == Verdict::pass && results.dkim != Verdict::pass)
            results.dkim = Verdict::none;
        keep(results.dkim, results.dkim_domain);
    }
}

}  // namespace

AuthResults auth_results(Mail const& mail, std::string_view trusted_server)
{
    AuthResults results;
    if (trusted_server.empty())
        return results;
    bool in_run = false;
    for (auto const& header : mail.headers) {
        auto const parts = header.name == "authentication-results" ? statements(header.value)
                                                                   : std::vector<std::string>{};
        auto const server = parts.empty() ? std::vector<std::string>{} : words(parts.front());
        bool const ours = !server.empty() && server.front() == ascii_lower(trusted_server);
        if (in_run && !ours)
            break;
        if (!ours)
            continue;
        in_run = true;
        for (std::size_t i = 1; i < parts.size(); ++i)
            add(results, read_finding(parts[i]));
    }
    return results;
}

}  // namespace tellfirst::mime
