// The rules of `goldenthread assess`, one function each: reads its table, answers the lines to print, or what is wrong.
#pragma once
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace assess {

kit::Verdict<std::string> assess_rag(std::istream& in);
kit::Verdict<std::string> assess_direction(std::istream& in);
kit::Verdict<std::string> assess_aggregate(std::istream& in, std::istream& measures);
kit::Verdict<std::string> assess_revisions(std::istream& in, const std::vector<std::string>& dates);

enum class Told : std::uint8_t { points, summary };
kit::Verdict<std::string> assess_process(std::istream& in, std::istream& series, Told told);
kit::Verdict<std::string> assess_regression(std::istream& in);
kit::Verdict<std::string> assess_trend(std::istream& in);

kit::Verdict<std::string> assess_proportion(std::istream& in);
kit::Verdict<std::string> assess_rate(std::istream& in);
kit::Verdict<std::string> assess_mean(std::istream& in);
kit::Verdict<std::string> assess_quantile(std::istream& in);

kit::Verdict<std::string> assess_direct(std::istream& in);
enum class Indirect : std::uint8_t { ratio, rate };
kit::Verdict<std::string> assess_indirect(std::istream& in, std::istream& reference, Indirect as);

// Of every successor; or of the one that is named, as rows of the sheet Figures.
kit::Verdict<std::string> assess_merge(std::istream& in, std::istream& mapping, const std::string& successor);
kit::Verdict<std::string> assess_forecast(std::istream& in, std::string_view method);  // empty: every method

kit::Verdict<std::string> assess_benchmark(std::istream& in);
kit::Verdict<std::string> assess_neighbours(std::istream& in, std::istream* weights);  // none: all weigh the same

enum class FunnelOf : std::uint8_t { proportion, rate, ratio };
enum class Drawn : std::uint8_t { points, curve };
kit::Verdict<std::string> assess_target(std::istream& in);

kit::Verdict<std::string> assess_funnel(std::istream& in, FunnelOf of, Drawn drawn);

}  // namespace assess
