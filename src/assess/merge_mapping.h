// Which council went into which: the lines of a mapping, each with the share that went and the days on which it held. And what
// the predecessors bring of one indicator, from which a successor's past is added up (assess/merge.h).
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assess/merge.h"
#include "calendar/period.h"

namespace assess {

using Names = std::vector<std::string>;  // each once, in the order in which they first stand in the file
void remember(Names& names, std::string_view name);

// From a day, until a day, or always.
struct Holds {
  std::optional<kit::Date> from, until;

  bool always() const { return !from && !until; }
  bool in(const calendar::Period& period) const { return (!from || *from <= period.first()) && (!until || period.last() <= *until); }
  bool overlaps(const Holds& other) const {
    return (!from || !other.until || *from <= *other.until) && (!other.from || !until || *other.from <= *until);
  }
  std::string key() const { return (from ? from->iso() : "") + "/" + (until ? until->iso() : ""); }
};

struct MappingLine {
  std::string predecessor, successor;
  std::string measure;  // of which alone the share holds, where its own denominator is known by area; empty: of all
  double share = 0;
  Holds holds;
};

class Mapping {
 public:
  bool add(MappingLine line);                         // no when the predecessor goes there twice on one day
  double all_shares(const MappingLine& line) const;  // of its predecessor, on its days: 1, when nothing is lost or counted twice

  const Names& successors() const { return successors_; }
  bool empty() const { return successors_.empty(); }
  bool has_days() const { return has_days_; }
  bool knows(const std::string& predecessor) const;
  // A day in the mapping says something only of a period that is known.
  std::optional<double> share(const std::string& predecessor, const std::string& successor, const std::string& measure,
                              const std::optional<calendar::Period>& period) const;

 private:
  struct Share {
    Holds holds;
    double share = 0;
  };
  Names successors_;
  bool has_days_ = false;
  std::map<std::array<std::string, 3>, std::vector<Share>> shares_;  // predecessor, successor, measure
  std::map<std::array<std::string, 3>, double> totals_;              // predecessor, measure, days
};

// What the predecessors bring of one indicator.
struct Contributions {
  std::string measure;
  std::optional<indicator::Aggregation> aggregation;  // none: a directly standardised rate
  double multiplier = 1;
  Names predecessors, tiers;
  std::map<std::array<std::string, 2>, Brought> figures;  // by predecessor and period, as written

  bool counts_twice() const;  // from districts and from their county
};

std::vector<Brought> brought_to(const std::string& successor, const Contributions& from, const std::string& period,
                                const std::optional<calendar::Period>& read, const Mapping& mapping);
Merged added_up(std::span<const Brought> brought, const Contributions& from);

}  // namespace assess
