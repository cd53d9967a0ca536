#include "compare/mapping_view.h"

#include <algorithm>

namespace compare {

void Offer::add(Candidate candidate) {
  words.emplace_back(candidate.published.title);
  all.push_back(std::move(candidate));
}

std::vector<Candidate> candidates(const Offer& offer, const indicator::Definition& own, std::string_view looked_for, std::size_t most) {
  const TitleWords of(looked_for.empty() ? std::string_view(own.title) : looked_for);
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < offer.all.size(); ++i) {
    auto likeness = of.likeness(offer.words[i]);
    if (!looked_for.empty() &&
        plain_area_name(offer.all[i].published.title).find(plain_area_name(looked_for)) != std::string::npos)
      likeness = std::max(likeness, likely);
    if (likeness < (looked_for.empty() ? likely : 1e-9) || !why_never({own, offer.all[i].published, {}}).empty()) continue;
    found.push_back(offer.all[i]);
    found.back().likeness = likeness;
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::likeness);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace compare
