#pragma once
#include <string_view>

namespace tellfirst::http {

// Tells systemd how we are ("READY=1", "STOPPING=1"), as sd_notify(3) describes it: one datagram
// to $NOTIFY_SOCKET. Does nothing where nobody asked. False where the datagram was not taken.
bool sd_notify(std::string_view state);

}  // namespace tellfirst::http
