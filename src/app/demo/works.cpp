#include "app/demo/script.hpp"

namespace tellfirst::app::demo {
namespace {

constexpr Works all[] = {
    {.told = {.weeks_ago = 3, .day = mon, .at = 9h},
     .by = jonas,
     .title = "New storage for uploads",
     .what = uploads,
     .days_ahead = 9,
     .starts = 3h,
     .lasts = 90min,
     .text = "We move uploads to new storage. For an hour and a half nothing can be uploaded; "
             "galleries and downloads go on. Uploads that wait in the desktop program start by "
             "themselves afterwards."},
    {.told = {.before = 76h},
     .by = tom,
     .title = "Renewal of the print shop",
     .what = prints,
     .days_ahead = 7,
     .starts = 4h,
     .lasts = 2h,
     .text = "The print shop gets a new checkout. For two hours no orders are taken; orders that "
             "were placed before are printed as usual."},
};

}  // namespace

std::span<Works const> works()
{
    return all;
}

}  // namespace tellfirst::app::demo
