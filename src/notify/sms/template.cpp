#include "notify/sms/template.hpp"

#include "kernel/json.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::notify {
namespace {

std::string escaped(std::string const& value, Escape escape)
{
    switch (escape) {
    case Escape::none: return value;
    case Escape::percent: return http::percent_encode(value);
    case Escape::json: break;
    }
    auto const quoted = write_json(Json(value));
    return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

std::string fill_template(std::string_view text, Values const& values, Escape escape)
{
    std::string filled;
    while (!text.empty()) {
        auto const open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        auto const close = text.find('}');
        auto const found =
            close == text.npos ? values.end() : values.find(text.substr(1, close - 1));
        if (found != values.end()) {
            filled += escaped(found->second, escape);
            text.remove_prefix(close + 1);
        } else if (!text.empty()) {
            filled += '{';
            text.remove_prefix(1);
        }
    }
    return filled;
}

}  // namespace tellfirst::notify
