#pragma once
// The whole house at work: every room, put together in order and taken apart in reverse.
#include "app/data_folder.hpp"
#include "app/mail_in.hpp"
#include "app/mirror_keeper.hpp"
#include "app/open_house.hpp"
#include "app/our_domains.hpp"
#include "console/console.hpp"
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"
#include "pages/pages.hpp"
#include "wire/http/server.hpp"
#include "wire/http/table.hpp"
#include "wire/lmtp/server.hpp"

namespace tellfirst::app {

class Building {
  public:
    // Opens the house and begins all work. Errors of OpenHouse::open and FolderLock::take;
    // listen.failed.
    [[nodiscard]] static Result<std::unique_ptr<Building>> open(Chosen chosen);
    ~Building();

    // Finishes what is in flight (at most five seconds), then ends.
    void stop();

    // Waits until nothing is due by the house's clock and the pages say so. False when it takes
    // longer than `at_most`.
    [[nodiscard]] bool come_to_rest(std::chrono::milliseconds at_most);

    // Where pages and API are served, with the port that was really taken.
    [[nodiscard]] std::string address() const;

    std::unique_ptr<OpenHouse> open_house;

  private:
    Building(std::unique_ptr<OpenHouse> opened, FolderLock lock);
    void start(dkim::Keys keys);
    void start_http();
    void start_lmtp();
    void start_test_clock();

    FolderLock lock_;
    bool stopped_ = false;
    http::Table table_;
    http::Table clock_table_;
    jobs::Board board_;
    std::unique_ptr<jobs::Runner> runner_;
    std::unique_ptr<notify::Outbox> outbox_;
    std::unique_ptr<notify::Channels> channels_;
    std::unique_ptr<pages::Press> press_;
    std::unique_ptr<MirrorKeeper> mirror_;
    std::unique_ptr<console::Shelf> shelf_;
    std::unique_ptr<http::Server> http_;
    std::unique_ptr<http::Server> clock_server_;
    std::unique_ptr<OurDomains> our_domains_;
    std::unique_ptr<MailIn> mail_in_;
    std::unique_ptr<lmtp::Server> lmtp_;
};

}  // namespace tellfirst::app
