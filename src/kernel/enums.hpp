#pragma once
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11.hpp>

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tellfirst {

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

// The word of a described enum's value, as it stands in JSON and in the database.
template <DescribedEnum E>
[[nodiscard]] constexpr std::string_view name_of(E value)
{
    return boost::describe::enum_to_string(value, "");
}

template <DescribedEnum E>
[[nodiscard]] std::optional<E> parse_enum(std::string_view name)
{
    std::optional<E> value;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto const& enumerator) {
        if (name == enumerator.name)
            value = enumerator.value;
    });
    return value;
}

// All words of an enum, in the order of its description.
template <DescribedEnum E>
[[nodiscard]] std::vector<std::string_view> names_of()
{
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto const& enumerator) { names.emplace_back(enumerator.name); });
    return names;
}

}  // namespace tellfirst
