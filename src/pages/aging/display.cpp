#include "pages/aging/display.hpp"

#include "pages/aging/aged.hpp"

namespace tellfirst::pages {

void Display::show(Snapshot const& snapshot)
{
    shelf_.store(Shelf::of(snapshot, shelf_.load().get()));
}

void Display::put_up(std::shared_ptr<Snapshot const> fresh)
{
    std::lock_guard const guard{lock_};
    show(*fresh);
    snapshot_ = std::move(fresh);
    ages_at_.reset();
}

void Display::put_up(std::shared_ptr<Snapshot const> snapshot, Instant now)
{
    std::lock_guard const guard{lock_};
    snapshot_ = std::move(snapshot);
    show_at(now);
}

void Display::age(Instant now)
{
    std::lock_guard const guard{lock_};
    if (!ages_at_)
        ages_at_ = next_to_age(*snapshot_).value_or(Instant::max());
    if (now >= *ages_at_)
        show_at(now);
}

void Display::show_at(Instant now)
{
    show(aged(*snapshot_, now));
    ages_at_ = next_to_age(*snapshot_, now).value_or(Instant::max());
}

}  // namespace tellfirst::pages
