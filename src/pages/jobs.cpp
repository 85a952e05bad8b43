#include "pages/pages.hpp"
#include "pages/sign_in.hpp"

namespace tellfirst::pages {

void add_jobs(jobs::Board& board)
{
    board.on(std::string{send_link_job}, send_link);
}

}  // namespace tellfirst::pages
