#include "tickets/snippet.hpp"

namespace tellfirst::tickets {
namespace {

constexpr int longest_snippet = 140;

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool begins_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

}  // namespace

std::string snippet_of(std::string_view text)
{
    std::string snippet;
    int characters = 0;
    bool blank = false;  // stands before the next character
    for (char const c : text) {
        if (is_space(c)) {
            blank = !snippet.empty();
            continue;
        }
        if (begins_character(c)) {
            characters += blank ? 2 : 1;
            if (characters > longest_snippet)
                break;
        }
        if (blank)
            snippet += ' ';
        blank = false;
        snippet += c;
    }
    return snippet;
}

}  // namespace tellfirst::tickets
