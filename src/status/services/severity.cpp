#include "status/services/severity.hpp"

namespace tellfirst::status {

int severity(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return 0;
    case ServiceState::unknown: return 1;
    case ServiceState::maintenance: return 2;
    case ServiceState::degraded: return 3;
    case ServiceState::partial: return 4;
    case ServiceState::major: return 5;
    }
    return 0;
}

ServiceState worst(ServiceState a, ServiceState b)
{
    return severity(a) >= severity(b) ? a : b;
}

}  // namespace tellfirst::status
