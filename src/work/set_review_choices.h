// What can be chosen in the forms that change the set.
#pragma once
#include <vector>

#include "assess/picture.h"
#include "collect/proposal.h"
#include "parts/form.h"

namespace work {

using Choices = std::vector<parts::Choice>;

Choices sections();
Choices frequencies();
Choices polarities();
Choices aggregations();
Choices services(const assess::Picture& picture);
Choices lines_of_plan(const assess::Picture& picture);
Choices people(const assess::Picture& picture);
Choices of_field(const collect::ProposedField& field);

}  // namespace work
