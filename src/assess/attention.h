// What the board says of many indicators at once: how many stand how, which need attention first, and the sentence on
// top.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "assess/judgement.h"

namespace assess {

struct Counts {
  std::array<int, all_ratings.size()> of{};  // by Rating
  int improving = 0, worsening = 0, no_change = 0, rising = 0, falling = 0, not_comparable = 0;
  int overdue = 0, provisional = 0;
  int found_otherwise = 0;  // of those that improve or worsen: not by comparing two figures

  int operator[](Rating rating) const { return of[static_cast<std::size_t>(rating)]; }
  int total() const;
  int rated() const;         // blue, green, amber and red
  int on_target() const;     // blue and green
  int awaiting() const { return (*this)[Rating::no_data]; }
  void add(const Judgement& judgement);
};
Counts counts(const std::vector<const Judgement*>& judgements);
Counts counts(const std::vector<Judgement>& judgements);

// Of several the worst: off target, close, on target, better; without any of these no figure, no target, information
// only.
Rating worst(const Counts& counts);

// How far on the bad side of the target, as a share of it; of a range, of the bound that is missed. 0 on the good side.
double shortfall(const Judgement& judgement);

// Those that need attention, worst first: off target and worsening, off target, close and worsening, overdue; within
// each the largest shortfall first. The others are left out.
std::vector<const Judgement*> needs_attention(const std::vector<const Judgement*>& judgements);

// The answer to "How is the plan doing?", as one to three sentences.
std::string lede(const Counts& counts);

}  // namespace assess
