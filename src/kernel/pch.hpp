#pragma once
// What nearly every file sees, compiled once. Nothing that opens a socket or a database.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <boost/system/result.hpp>
#include <fmt/format.h>

#include "kernel/actor.hpp"
#include "kernel/ids.hpp"
#include "kernel/instant.hpp"
#include "kernel/json.hpp"
#include "kernel/problem.hpp"
