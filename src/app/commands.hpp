#pragma once
// The subcommands. Each answers the exit status of the process and says on stderr what was wrong,
// in one sentence.
#include "app/chosen.hpp"
#include "team/team.hpp"

namespace tellfirst::app {

// sysexits.h where it has a word for it.
inline constexpr int exit_ok = 0;
inline constexpr int exit_refused = 1;
inline constexpr int exit_usage = 64;

// Prints the sentence of a problem and answers exit_refused.
int refuse(Problem const& problem);

int serve(Chosen chosen);
int create_token(Chosen chosen, team::NewToken const& wish);
struct Import {
    std::string file;
    bool preview = false;  // look and say, write nothing
};
int import_accounts(Chosen chosen, Import const& wish);
// Prints a one-time link by which this person of the team sets a password.
int user_link(Chosen chosen, std::string const& email);
int user_second_factor_off(Chosen chosen, std::string const& email);
struct Mirroring {
    std::string to;
    std::optional<Duration> every;  // nothing: once
};
// Writes the public pages that the server of this data folder showed last; beside it or without it.
int mirror(Chosen const& chosen, Mirroring const& wish);
// What `serve` is where mirror_of is chosen: shows the last pages of other servers.
int serve_mirror(Chosen const& chosen);
int inspect_mail(std::string const& file);
int inspect_uptime(std::string const& file);
int print_openapi();
// An empty data folder is a temporary one.
int run_demo(Chosen chosen);

}  // namespace tellfirst::app
