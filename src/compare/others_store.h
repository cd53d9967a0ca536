// What other councils came to in an indicator, for whoever sets a target.
#pragma once
#include "assess/picture.h"
#include "compare/others.h"
#include "kit/db.h"

namespace compare {

// Of the published indicator that it is mapped to; of a file of figures that carries its title where it is not mapped.
OtherAreas others_for_target(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture,
                             const assess::Kept& kept);

}  // namespace compare
