#include "kernel/text.hpp"
#include "wire/mime/charset.hpp"
#include "wire/mime/header.hpp"

#include <algorithm>

namespace tellfirst::mime {
namespace {

bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Reads a list of addresses character by character: what stands in front of `<`, `,` and `:` is
// only known to be a name, an address or a group when that character comes.
class AddressReader {
  public:
    explicit AddressReader(std::string_view raw) : rest_{raw} {}

    std::vector<Address> read()
    {
        while (!rest_.empty())
            step();
        finish();
        if (!waiting_.empty())
            add_bare(waiting_);
        return std::move(list_);
    }

  private:
    void step()
    {
        char const c = rest_.front();
        if (c == '"' && !open_quote_) {
            quoted();
        } else if (c == '(') {
            comment();
        } else if (c == '<') {
            angle();
        } else if (c == ',' || c == ';') {
            rest_.remove_prefix(1);
            finish();
        } else if (c == ':' && !bare_.contains('@')) {
            rest_.remove_prefix(1);  // that was the name of a group
            phrase_.clear();
            bare_.clear();
        } else if (rest_.starts_with("=?") && word()) {
            return;
        } else {
            phrase_ += c;
            if (!is_white(c))
                bare_ += c;
            rest_.remove_prefix(1);
        }
    }

    // An encoded word as a whole: some have a bare comma or quote inside.
    bool word()
    {
        constexpr std::size_t longest = 1000;
        auto text = rest_.substr(0, longest);
        auto const charset = text.find('?', 2);
        if (charset == std::string_view::npos || charset + 3 >= text.size() ||
            text[charset + 2] != '?')
            return false;
        auto const end = text.find("?=", charset + 3);
        if (end == std::string_view::npos)
            return false;
        text = text.substr(0, end + 2);
        phrase_ += text;
        bare_ += text;
        rest_.remove_prefix(text.size());
        return true;
    }

    void quoted()
    {
        std::string text;
        std::size_t i = 1;
        for (; i < rest_.size() && rest_[i] != '"'; ++i) {
            if (rest_[i] == '\\' && i + 1 < rest_.size())
                ++i;
            text += rest_[i];
        }
        if (i >= rest_.size()) {  // never closed: then no quote is one from here on
            open_quote_ = true;
            rest_.remove_prefix(1);
            return;
        }
        auto const whole = rest_.substr(0, i + 1);
        phrase_ += text;
        bare_ += whole;
        rest_.remove_prefix(whole.size());
    }

    void comment()
    {
        int depth = 0;
        std::string text;
        while (!rest_.empty()) {
            char const c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '(' && depth++ == 0)
                continue;
            if (c == ')' && --depth == 0)
                break;
            text += c;
        }
        if (comment_.empty())
            comment_ = std::move(text);
        phrase_ += ' ';
    }

    void angle()
    {
        while (rest_.starts_with('<'))
            rest_.remove_prefix(1);
        std::size_t end = 0;
        bool in_quotes = false;
        for (; end < rest_.size(); ++end) {
            if (rest_[end] == '"')
                in_quotes = !in_quotes;
            else if (!in_quotes && (rest_[end] == '>' || rest_[end] == '<'))
                break;
        }
        auto inside = rest_.substr(0, end);
        if (end == rest_.size())  // never closed: it ends with the list's next comma
            inside = inside.substr(0, inside.find(','));
        rest_.remove_prefix(inside.size());
        while (rest_.starts_with('>'))
            rest_.remove_prefix(1);
        if (inside.starts_with('@') && inside.contains(':'))  // a route (RFC 5322 section 4.4)
            inside.remove_prefix(inside.find(':') + 1);
        angle_ = inside;
        has_angle_ = true;
    }

    void finish()
    {
        if (has_angle_) {
            auto name = decode_header(phrase_);
            if (!waiting_.empty() && !name.empty())
                name = decode_header(waiting_) + ", " + name;
            else if (!waiting_.empty())
                add_bare(waiting_);
            waiting_.clear();
            if (name.empty())
                name = decode_header(comment_);
            if (auto email = clean(angle_); !email.empty() || !name.empty())
                list_.push_back({.name = std::move(name), .email = std::move(email)});
        } else if (!trim(bare_).empty()) {
            if (!waiting_.empty())
                add_bare(waiting_);
            waiting_.clear();
            if (bare_.contains('@'))
                list_.push_back({.name = decode_header(comment_), .email = clean(bare_)});
            else
                waiting_ = trim(phrase_);  // "Doe" of `Doe, Anna <a@b.test>`, or just a word
        }
        phrase_.clear();
        bare_.clear();
        comment_.clear();
        angle_.clear();
        has_angle_ = false;
    }

    // A text without an address: "MAILER-DAEMON" is one on this machine, more words are a name.
    void add_bare(std::string const& text)
    {
        auto word = decode_header(text);
        if (word.empty())
            return;
        if (word.contains(' '))
            list_.push_back({.name = std::move(word), .email = {}});
        else
            list_.push_back({.name = {}, .email = std::move(word)});
    }

    static std::string clean(std::string_view email)
    {
        std::string text = decode_header(email);
        if (!text.contains('"'))
            std::erase_if(text, is_white);
        return text;
    }

    std::string_view rest_;
    std::string phrase_;  // as a name: without quotes
    std::string bare_;    // as an address: without white space, with quotes
    std::string comment_;
    std::string angle_;
    bool has_angle_ = false;
    bool open_quote_ = false;
    std::string waiting_;  // words before a comma that may belong to the next name
    std::vector<Address> list_;
};

}  // namespace

std::vector<Address> parse_addresses(std::string_view raw)
{
    return AddressReader{raw}.read();
}

}  // namespace tellfirst::mime
