#pragma once
#include <boost/system/error_code.hpp>
#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace tellfirst {

// What an operator is told when a server of ours cannot open its door: which one, and why.
[[nodiscard]] inline std::runtime_error
cannot_listen(std::string const& place, boost::system::error_code const& error)
{
    if (error == boost::system::errc::address_in_use)
        return std::runtime_error{fmt::format("another program listens on {} already", place)};
    return std::runtime_error{fmt::format("nothing can listen on {} ({})", place, error.message())};
}

}  // namespace tellfirst
