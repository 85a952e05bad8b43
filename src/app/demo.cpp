#include "app/building.hpp"
#include "app/commands.hpp"
#include "app/demo_data.hpp"
#include "app/signals.hpp"
#include "status/status.hpp"
#include "team/team.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace tellfirst::app {
namespace {

std::string fresh_folder()
{
    auto name = (std::filesystem::temp_directory_path() / "tellfirst-demo-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error{"no temporary folder can be made"};
    return name;
}

// A second demo on the same folder goes on where the first one stopped.
void furnish_once(House house)
{
    house.write(Actor::system(), [](Call& call) {
        if (status::services(call.tx).empty())
            furnish(call);
    });
}

void print_guide(Building& building, std::string const& mails)
{
    auto const& data = building.open_house->chosen.settings.data;
    auto const address = building.address();
    // As it can be typed: the program is rarely on the PATH of who tries it out.
    auto const program = std::filesystem::read_symlink("/proc/self/exe").string();
    fmt::print(
        "\nThe demo runs: {}/ is what customers see.\n"
        "  data and mails:   {} (mails: {}/new)\n"
        "  a token for you:  {} token create --data {} --role owner --name me\n"
        "  then, say:        curl -H \"Authorization: Bearer TOKEN\" {}/api/v1/incidents\n"
        "Stop it with Ctrl-C.\n",
        address, data, mails, program, data, address);
    std::fflush(stdout);
}

}  // namespace

int demo(Chosen chosen)
{
    block_stopping_signals();
    if (chosen.settings.data.empty())
        chosen.settings.data = fresh_folder();
    auto const mails = chosen.settings.data + "/maildir";
    if (chosen.relay == Chosen{}.relay)
        chosen.relay = "maildir:" + mails;
    auto const building = Building::open(std::move(chosen));
    if (!building)
        return refuse(building.error());
    furnish_once((*building)->open_house->house());
    print_guide(**building, mails);
    wait_for_stopping_signal();
    (*building)->stop();
    return exit_ok;
}

}  // namespace tellfirst::app
