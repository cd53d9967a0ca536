// The distributions behind intervals and tests, right to twelve digits (rules.md 6). `share` is a probability between
// 0 and 1: a quantile is the number below which that share lies.
#pragma once

namespace assess {

double normal_below(double z);
double normal_quantile(double share);
double chi_squared_quantile(double share, double freedom);
double t_below(double t, double freedom);
double t_beyond(double t, double freedom);  // in both tails together: the p of a two-sided test
double t_quantile(double share, double freedom);
double poisson_at_most(double count, double mean);
double poisson_at_least(double count, double mean);
double binomial_at_most(double successes, double trials, double chance);

}  // namespace assess
