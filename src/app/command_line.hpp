#pragma once

namespace tellfirst::app {

// Reads the command line and runs what it asks for; answers the exit status.
int run(int argc, char** argv);

}  // namespace tellfirst::app
