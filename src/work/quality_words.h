// The sentences about the quality of an indicator's figures: one a heading, each with the figures behind it.
#pragma once
#include <string>

#include "work/quality.h"

namespace work {

std::string accuracy(const Quality& quality, const QualityFacts& facts);
std::string completeness(const Quality& quality, const QualityFacts& facts);
std::string uniqueness(const QualityFacts& facts);
std::string consistency(const QualityFacts& facts);
std::string timeliness(const Quality& quality, const QualityFacts& facts);
std::string validity(const QualityFacts& facts);

// "two came late", "one came late"; "Two …" with a capital.
std::string some(int count, std::string_view one, std::string_view many);
std::string capital(std::string words);
std::string listed(const std::vector<std::string>& all);  // "one, two and three"

}  // namespace work
