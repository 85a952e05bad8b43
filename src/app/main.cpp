#include "app/command_line.hpp"

int main(int argc, char** argv)
{
    return tellfirst::app::run(argc, argv);
}
