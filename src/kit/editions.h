// Rows that come in order of their key and edition, made into the newest of each key.
#pragma once
#include <utility>
#include <vector>

namespace kit {

template <class T, class IsSame>
void keep_newest(std::vector<T>& kept, T next, const IsSame& is_same) {
  if (!kept.empty() && is_same(kept.back(), next)) kept.back() = std::move(next);
  else kept.push_back(std::move(next));
}

}  // namespace kit
