// The picture of the council without what may not be published: a public document is composed from it, so that what is not here
// cannot be told, whatever the report shows or computes from it.
#pragma once
#include <memory>

#include "assess/picture.h"

namespace report {

// Left out: indicators without licence to publish; figures whose newest edition is unchecked or suppressed, with their notes and all
// their earlier editions; people, and who owns, checks and entered what.
std::shared_ptr<const assess::Picture> open_picture(const assess::Picture& picture);

}  // namespace report
