#include "wire/mime/html_text.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

// One pass over the tags, and no tree: HTML parsers build one, free it by recursion, and can be
// sent over the edge of the stack by a mail of a million open tags. Text needs only to know where
// lines begin.
namespace tellfirst::mime {
namespace {

constexpr std::size_t longest_text = 4 * 1024 * 1024;  // more than anybody reads
constexpr int deepest_quote = 20;

// Latin-1 from 160 on, in order (HTML 4.01 section 24.2.1).
constexpr std::array<std::string_view, 96> latin1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
    std::string_view name;
    char32_t code;
};
constexpr std::array<Named, 26> others{{
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},     {"euro", 0x20ac},   {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201a}, {"ldquo", 0x201c},
    {"rdquo", 0x201d},  {"bdquo", 0x201e},  {"bull", 0x2022},  {"hellip", 0x2026},
    {"trade", 0x2122},  {"larr", 0x2190},   {"rarr", 0x2192},  {"ensp", 0x2002},
    {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200c},  {"zwj", 0x200d},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203a},
}};

void append_utf8(std::string& out, char32_t code)
{
    auto const add = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        code = 0xfffd;
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xc0 | (code >> 6));
        add(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        add(0xe0 | (code >> 12));
        add(0x80 | ((code >> 6) & 0x3f));
        add(0x80 | (code & 0x3f));
    } else {
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3f));
        add(0x80 | ((code >> 6) & 0x3f));
        add(0x80 | (code & 0x3f));
    }
}

std::optional<char32_t> code_of(std::string_view name)
{
    if (name.starts_with('#')) {
        bool const hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        auto const digits = name.substr(hex ? 2 : 1);
        std::uint32_t code = 0;
        auto const [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
            return std::nullopt;
        return code;
    }
    if (auto const* const found = std::ranges::find(latin1, name); found != latin1.end())
        return static_cast<char32_t>(160 + (found - latin1.begin()));
    if (auto const* const found = std::ranges::find(others, name, &Named::name);
        found != others.end())
        return found->code;
    return std::nullopt;
}

struct Tag {
    std::string name;       // in lower case, with its slash if it closes
    std::string_view text;  // what stands between the angle brackets
};

// The value of an attribute, or "".
std::string attribute(Tag const& tag, std::string_view name)
{
    auto const lower = ascii_lower(tag.text);
    auto const wanted = std::string{name} + "=";
    auto at = lower.find(wanted);
    while (at != std::string::npos && (at == 0 || lower[at - 1] > ' '))
        at = lower.find(wanted, at + 1);
    if (at == std::string::npos)
        return {};
    at += wanted.size();
    if (at >= tag.text.size())
        return {};
    auto value = tag.text.substr(at);
    if (value.front() == '"' || value.front() == '\'') {
        char const quote = value.front();
        value.remove_prefix(1);
        return decode_entities(value.substr(0, value.find(quote)));
    }
    return decode_entities(value.substr(0, value.find_first_of(" \t\n>")));
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

class Converter {
  public:
    explicit Converter(std::string_view html) : rest_{html} {}

    std::string convert()
    {
        while (!rest_.empty() && out_.size() < longest_text) {
            auto const start = std::min(rest_.find('<'), rest_.size());
            add_text(decode_entities(rest_.substr(0, start)));
            rest_.remove_prefix(start);
            if (!rest_.empty())
                take_tag();
        }
        while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' '))
            out_.pop_back();
        if (!out_.empty())
            out_ += '\n';
        return std::move(out_);
    }

  private:
    void take_tag()
    {
        if (rest_.starts_with("<!--")) {
            skip_behind("-->");
            return;
        }
        char const second = rest_.size() > 1 ? rest_[1] : ' ';
        bool const letter = (second | 0x20) >= 'a' && (second | 0x20) <= 'z';
        if (!letter && second != '/' && second != '!' && second != '?') {
            add_text("<");  // "a < b"
            rest_.remove_prefix(1);
            return;
        }
        auto const end = std::min(tag_end(), rest_.size());
        auto const inside = rest_.substr(1, end - 1);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        auto const name = inside.substr(0, inside.find_first_of(" \t\n/>", 1));
        act({.name = ascii_lower(name), .text = inside});
    }

    // The `>` that closes the tag: not one inside a quoted attribute. Looks only so far for it,
    // because a quote that is never closed would be looked for again from every tag.
    [[nodiscard]] std::size_t tag_end() const
    {
        constexpr std::size_t farthest = 4096;
        char quote = '\0';
        for (std::size_t i = 1; i < std::min(rest_.size(), farthest); ++i) {
            char const c = rest_[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if ((c == '"' || c == '\'') && rest_[i - 1] == '=')
                quote = c;
            else if (c == '>')
                return i;
        }
        return rest_.find('>');
    }

    void act(Tag const& tag)
    {
        auto const& name = tag.name;
        if (one_of(name, {"script", "style", "title", "textarea", "template"})) {
            skip_element(name);
        } else if (name == "br") {
            line(1);
        } else if (name == "hr") {
            line(1);
            add_word("---");
            line(1);
        } else if (one_of(name, {"p",  "/p",  "h1",  "h2",  "h3",    "h4",    "h5",
                                 "h6", "/h1", "/h2", "/h3", "/h4",   "/h5",   "/h6",
                                 "ul", "/ul", "ol",  "/ol", "table", "/table"})) {
            block(2);
        } else if (name == "li") {
            block(1);
            add_word("- ");
        } else if (name == "blockquote") {
            block(1);
            quotes_ = std::min(quotes_ + 1, deepest_quote);
        } else if (name == "/blockquote") {
            block(1);
            quotes_ = std::max(quotes_ - 1, 0);
        } else if (name == "pre" || name == "/pre") {
            block(1);
            pre_ = name == "pre";
        } else if (one_of(
                       name, {"div", "/div", "tr", "/tr", "/li", "dt", "dd", "section", "/section",
                              "article", "/article", "center", "/center"})) {
            block(1);
        } else if (name == "/td" || name == "/th") {
            space_ = !at_line_begin();
        } else if (name == "a") {
            link_ = attribute(tag, "href");
            link_text_ = out_.size();
        } else if (name == "/a") {
            end_link();
        } else if (name == "img") {
            if (auto const alt = attribute(tag, "alt"); !alt.empty())
                add_text("[" + alt + "]");
        }
    }

    // An address that its text does not show already.
    void end_link()
    {
        bool const web = link_.starts_with("http://") || link_.starts_with("https://");
        auto const from = std::min(link_text_, out_.size());
        if (web && !std::string_view{out_}.substr(from).contains(link_))
            add_text(" <" + link_ + ">");
        link_.clear();
    }

    void skip_behind(std::string_view mark)
    {
        auto const at = rest_.find(mark);
        rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + mark.size());
    }

    void skip_element(std::string_view name)
    {
        for (auto at = rest_.find("</"); at != std::string_view::npos;
             at = rest_.find("</", at + 2)) {
            if (ascii_lower(rest_.substr(at + 2, name.size())) == name) {
                rest_.remove_prefix(at);
                return;
            }
        }
        rest_ = {};
    }

    void add_text(std::string_view text)
    {
        for (char const c : text) {
            if (c == '\n' && pre_)
                line(1);
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                pre_ ? add_word(" ") : void(space_ = space_ || !at_line_begin());
            else
                add_word({&c, 1});
        }
    }

    void add_word(std::string_view word)
    {
        if (out_.empty() || out_.back() == '\n') {
            for (int i = 0; i < quotes_; ++i)
                out_ += "> ";
        } else if (space_) {
            out_ += ' ';
        }
        space_ = false;
        out_ += word;
    }

    [[nodiscard]] bool at_line_begin() const { return out_.empty() || out_.back() == '\n'; }

    void line(int count)
    {
        space_ = false;
        out_.append(static_cast<std::size_t>(count), '\n');
        if (out_.ends_with("\n\n\n"))
            out_.pop_back();
    }

    // At least so many line ends between two blocks.
    void block(int count)
    {
        space_ = false;
        if (out_.empty())
            return;
        if (out_.back() != '\n')
            out_ += '\n';
        if (count > 1 && !out_.ends_with("\n\n"))
            out_ += '\n';
    }

    std::string_view rest_;
    std::string out_;
    std::string link_;
    std::size_t link_text_ = 0;
    int quotes_ = 0;
    bool pre_ = false;
    bool space_ = false;  // one is due in front of the next word
};

}  // namespace

std::string decode_entities(std::string_view text)
{
    constexpr std::size_t longest_name = 10;
    std::string out;
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
        out += text.substr(0, at);
        text.remove_prefix(at);
        auto const end = text.substr(0, longest_name + 2).find(';');
        auto const code =
            end == std::string_view::npos ? std::nullopt : code_of(text.substr(1, end - 1));
        if (!code) {
            out += '&';
            text.remove_prefix(1);
        } else {
            append_utf8(out, *code == 0xa0 ? U' ' : *code);
            text.remove_prefix(end + 1);
        }
    }
    return out.append(text);
}

std::string html_to_text(std::string_view html)
{
    return Converter{html}.convert();
}

}  // namespace tellfirst::mime
