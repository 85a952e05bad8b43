#include "console/console.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::console {
namespace {

Result<http::Reply> lead_to_start(http::Request const&, Call&)
{
    return http::see_other("/console/");
}

// Only reached where the shelf is empty, for its pages are answered before any route.
Result<http::Reply> say_not_built(http::Request const&, Call&)
{
    return http::Reply{
        .status = 404,
        .body = "The console is not built into this program. Build it with script/build, or start "
                "with --web-dir and the folder of a built console.\n",
        .type = "text/plain; charset=utf-8"};
}

}  // namespace

void add_routes(http::Table& table)
{
    table.get("/console", Right::anyone, lead_to_start);
    table.get("/console/", Right::anyone, say_not_built);
}

}  // namespace tellfirst::console
