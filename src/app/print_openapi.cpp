#include "app/commands.hpp"
#include "app/routes.hpp"
#include "app/version.hpp"
#include "wire/http/openapi.hpp"

#include <cstdio>

namespace tellfirst::app {

int print_openapi()
{
    http::Table table;
    add_all_routes(table, Chosen{});
    fmt::print("{}\n", write_json(http::openapi_document(table, version)));
    return exit_ok;
}

}  // namespace tellfirst::app
