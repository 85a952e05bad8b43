#include "pages/pages.hpp"
#include "pages/sign_in.hpp"
#include "pages/subscribing/strangers.hpp"
#include "pages/subscribing/subscribing.hpp"

namespace tellfirst::pages {

void add_jobs(jobs::Board& board)
{
    board.on(std::string{send_link_job}, send_link);
    board.on(std::string{send_confirmation_job}, send_confirmation);
    board.on(std::string{send_invitations_job}, send_invitations);
    board.on(std::string{forget_strangers_job}, forget_next_strangers);
}

}  // namespace tellfirst::pages
