#pragma once
// The values of status, as they stand in the API too.
#include "status/history/types.hpp"
#include "status/incidents/types.hpp"
#include "status/issues/types.hpp"
#include "status/services/types.hpp"
#include "status/uptime/types.hpp"
#include "status/windows/types.hpp"
