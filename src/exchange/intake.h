// Everything that one import brings, read from its files but not yet compared with what is known: the rows of the nine sheets
// and of tidy published files, each with its place.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/figure_rows.h"
#include "exchange/file.h"
#include "exchange/place.h"
#include "exchange/predecessor_rows.h"
#include "exchange/sheets.h"

namespace exchange {

// A row of a tidy published file: one area's figure in one period.
struct TidyRow {
  Place place;
  std::uint32_t series = 0;  // title, measure and unit, each kept once
  std::uint32_t area = 0;
  calendar::Period period;
  std::optional<double> value;
  std::optional<kit::Decimal> exact;  // the value to the nearest ten-thousandth
  bool rounded = false;
  std::string symbol;  // why there is no value, as published
};

struct TidySeries {
  std::string title, measure, unit;
  friend bool operator==(const TidySeries&, const TidySeries&) = default;
};

// Of a council made from others: which of a mapping's successors it is, and why their past is brought in.
struct Succession {
  std::string successor, reason;
};

// Words that many rows share, each kept once.
class Words {
 public:
  std::uint32_t place_of(std::string_view word);
  const std::string& operator[](std::uint32_t place) const { return all_[place]; }
  std::size_t size() const { return all_.size(); }

 private:
  std::vector<std::string> all_;
  std::unordered_map<std::string, std::uint32_t> places_;
  std::string asked_;
  std::uint32_t last_ = 0;
};

struct Intake {
  std::vector<Source> sources;
  std::vector<CouncilRow> council;
  std::vector<PlanRow> plan;
  std::vector<IndicatorRow> indicators;
  std::vector<TargetRow> targets;
  FigureRows figures;
  std::vector<PersonRow> people;
  std::vector<RebaseRow> rebases;
  std::vector<RuleRow> rules;
  std::vector<MoneyRow> money;
  Words figure_codes;  // as written in the sheet Figures

  std::vector<PredecessorRow> predecessors;  // figures of the councils before this one,
  std::vector<MappingRow> mapping;           // and which of them went where
  Succession succession;                     // said with the import

  std::vector<TidyRow> tidy;
  std::vector<TidySeries> series;
  Words areas;                          // codes
  std::vector<std::string> area_names;  // beside them

  // Rows with a cell that cannot be read are not among those above, but what they name is not missing.
  std::array<std::vector<std::string>, all_sheets.size()> named_in_refused_rows;
  Faults faults;
  bool unreadable = false;  // a whole file or sheet was refused: what it names is not known

  std::vector<std::string> notices;
  std::string own_area;  // said with the import: the council's own GSS code, for tidy files
  // Who brings it, since an import does no more than its bringer could by hand. At the machine a council is set up: everything goes.
  // An administrator changes what people may do, the performance team does not; neither changes alone what two people agree on.
  enum class By : std::uint8_t { machine, administrator, team } by = By::machine;

  bool empty() const;
  std::size_t rows() const;
};

inline void add(Intake& to, CouncilRow row) { to.council.push_back(std::move(row)); }
inline void add(Intake& to, PlanRow row) { to.plan.push_back(std::move(row)); }
inline void add(Intake& to, IndicatorRow row) { to.indicators.push_back(std::move(row)); }
inline void add(Intake& to, TargetRow row) { to.targets.push_back(std::move(row)); }
inline void add(Intake& to, const FigureRow& row) { to.figures.add(row); }
inline void add(Intake& to, PersonRow row) { to.people.push_back(std::move(row)); }
inline void add(Intake& to, RebaseRow row) { to.rebases.push_back(std::move(row)); }
inline void add(Intake& to, RuleRow row) { to.rules.push_back(std::move(row)); }
inline void add(Intake& to, MoneyRow row) { to.money.push_back(std::move(row)); }

// Told as a long file is read: "Row 120,000 of figures.csv". Answering is not needed.
struct Progress {
  std::string_view file;
  std::size_t row = 0;
  double share = 0;  // of the bytes of all files, from 0 to 1
};
using Tell = std::function<void(const Progress&)>;

// Reads every file to its end; what is wrong in them stands in the intake's faults.
Intake read_files(const Files& files, const Tell& tell = {});

}  // namespace exchange
