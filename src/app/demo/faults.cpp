#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

constexpr Fault all[] = {
    {.found = {.weeks_ago = 5, .day = wed, .at = 13h},
     .by = priya,
     .title = "Old phones show no thumbnails",
     .what = galleries,
     .text = "On phones from before 2019 the overview of a gallery stays grey. Single pictures "
             "open as they should.",
     .workaround = "Open the gallery as a slide show: the first picture loads, and swiping works.",
     .url = "https://help.galleries.example/old-phones",
     .fix = 21 * 24h,
     .moved = 15 * 24h,
     .to = 28 * 24h},
    {.found = {.weeks_ago = 3, .day = tue, .at = 9h + 30min},
     .by = tom,
     .title = "Album previews ignore the paper colour",
     .what = prints,
     .text = "The preview of an album always shows white paper. What is printed is right."},
    {.found = {.weeks_ago = 4, .day = mon, .at = 10h},
     .by = jonas,
     .title = "Statistics count our own visits",
     .what = statistics,
     .text = "Whoever is signed in and looks at his own gallery is counted as a visitor.",
     .workaround = "Look at your galleries in a private window.",
     .fix = 14 * 24h,
     .closed = 12 * 24h,
     .closing = "Your own visits are no longer counted. Numbers from before stay as they were."},
};

}  // namespace

std::span<Fault const> faults()
{
    return all;
}

}  // namespace tellfirst::app::demo
