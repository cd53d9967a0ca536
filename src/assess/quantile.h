// In which quarter, fifth or tenth of a group each member stands (OHID, "Assigning deprivation categories"; rules.md
// 6).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace assess {

enum class First : std::uint8_t { lowest, highest };  // which member has rank 1

struct Place {
  int rank;                     // ties share the better one
  std::optional<int> quantile;  // none in a group smaller than the number of quantiles
};

// Of a rank among so many; none where there are fewer members than quantiles.
std::optional<int> quantile(int rank, int members, int quantiles);

// One for each figure, in the same order; none where there is no figure.
std::vector<std::optional<Place>> places(std::span<const std::optional<double>> figures, int quantiles, First first);

}  // namespace assess
