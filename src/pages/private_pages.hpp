#pragma once
// Private pages are made when somebody asks for them, from what the last look at the house found:
// no request touches the database. Made pages are kept while their site says the same, so that a
// poller costs little.
#include "pages/site.hpp"
#include "wire/http/hot_page.hpp"

#include <mutex>

namespace tellfirst::pages {

class PrivatePages {
  public:
    void renew(std::shared_ptr<Sites const> sites);
    // What was seen so long ago that it is old by now is not told as if it were so still.
    void age(Instant now);

    // The page of a host and path, or none; may be called on several threads. Error
    // pages.not_ready before the first look.
    [[nodiscard]] Result<std::shared_ptr<http::HotPage const>>
    make(std::string_view host, std::string_view path);

  private:
    using Page = std::shared_ptr<http::HotPage const>;
    // What was made of one site.
    struct Made {
        std::shared_ptr<Sites const> sites;
        std::shared_ptr<Site const> site;
        std::string content;
        std::map<std::string, Page, std::less<>> pages;  // by path within the site
        std::uint64_t last_asked = 0;
    };

    [[nodiscard]] Page find(std::string const& base_url, std::string_view path);
    [[nodiscard]] std::shared_ptr<Site const>
    site_at(std::shared_ptr<Sites const> const& sites, PrivateSite const& closed);
    void forget_oldest();

    std::mutex lock_;
    std::shared_ptr<Sites const> sites_;
    bool has_aged_ = false;
    std::map<std::string, Made> made_;  // by base_url
    std::uint64_t asked_ = 0;
};

}  // namespace tellfirst::pages
