// The picture of the council without what may not be published: a public document is composed from it, so that what is not here
// cannot be told, whatever the report shows or computes from it.
#pragma once
#include <memory>

#include "assess/picture.h"

namespace report {

// How much was taken out, for the public edition to say so. The numbers alone; never which.
struct Withheld {
  int not_licensed = 0;  // indicators that the council does not publish
  int unchecked = 0;     // figures that nobody but the officer has seen
  int suppressed = 0;    // figures so small that they could point to someone
};

struct OpenPicture {
  std::shared_ptr<const assess::Picture> picture;
  Withheld withheld;
};

// Left out: indicators without licence to publish; figures whose newest edition is unchecked or suppressed, with their notes and all
// their earlier editions; people, and who owns, checks and entered what.
OpenPicture open_picture(const assess::Picture& picture);

}  // namespace report
