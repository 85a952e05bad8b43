#pragma once
// In whose name the deliveries of one claim leave.
#include "db/call.hpp"
#include "notify/compose.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

class Voices {
  public:
    // Keeps the call, which must outlive it.
    explicit Voices(Call& call);

    // A brand may have been removed since the delivery was queued: then it is the one from which
    // its reader hears by now.
    [[nodiscard]] BrandId brand_for(Claimed const& claimed) const;

    [[nodiscard]] Voice of(BrandId id) const;

  private:
    Call& call_;
    std::vector<accounts::ResolvedBrand> brands_;
};

}  // namespace tellfirst::notify
