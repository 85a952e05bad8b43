#pragma once

#include "pages/preferences/typed_preferences.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

void add_centre_routes(http::Table& table, Sms sms);

}  // namespace tellfirst::pages
