// How an indicator would stand if an entry were reported: the same judgement, on the same picture, with one figure more.
#pragma once
#include "assess/judgement.h"
#include "assess/picture.h"
#include "collect/entry.h"

namespace work {

// Holds the indicator with that figure; the judgement points into it.
struct SeenWith {
  SeenWith(const assess::Picture& picture, const assess::Kept& kept, const collect::Entry& entry);
  SeenWith(const SeenWith&) = delete;

  assess::Kept with;
  assess::Judgement judgement;
};

}  // namespace work
