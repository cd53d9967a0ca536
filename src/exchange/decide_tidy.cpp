// Tidy published files against what is known: the council's own rows become figures of an indicator with that title, which is
// made when there is none; rows of other areas are kept as comparator figures and never mixed with its own.
#include <algorithm>

#include "exchange/deciding.h"
#include "exchange/tidy.h"
#include "exchange/tidy_others.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace exchange {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return kit::with_commas(static_cast<double>(count), 0) + " " + std::string(count == 1 ? one : several);
}

// A series of the files and the indicator it belongs to.
struct Line {
  std::string title;
  std::optional<std::size_t> place;  // in it.indicators
  std::vector<const TidyRow*> own;
};

class Tidy {
 public:
  explicit Tidy(Deciding& it) : it_(it) {}

  void decide() {
    if (it_.intake.tidy.empty() || !find_own_area()) return;
    find_titles();
    for (const auto& row : it_.intake.tidy) {
      if (it_.intake.areas[row.area] == own_) lines_[row.series].own.push_back(&row);
      else others_.push_back(&row);
    }
    for (auto& line : lines_) decide_own(line);
    std::vector<std::string> titles;
    for (const auto& line : lines_) titles.push_back(line.title);
    keep_beside(it_, titles, others_);
    tell();
  }

 private:
  std::string setting(std::string_view name) const {
    for (auto s = it_.changes.settings.rbegin(); s != it_.changes.settings.rend(); ++s)
      if (s->name == name) return s->value;
    for (const auto& s : it_.known.picture->council.settings)
      if (s.name == name) return s.value;
    return {};
  }

  bool find_own_area() {
    const auto known = setting("area_code");
    const auto said = upper(it_.intake.own_area);
    const auto& file = it_.intake.sources[it_.intake.tidy.front().place.source].file;
    if (known.empty() && said.empty()) {
      it_.faults.of_file(
          file,
          "holds figures of several areas, and it is not known yet which of them is the council's own. Say so by its GSS code: "
          "--area E06000061 at the command line, or the field under the files on the import page.");
      return false;
    }
    if (!known.empty() && !said.empty() && known != said) {
      it_.faults.of_file(file, "cannot be read for the area " + kit::quoted(said) + ": the council's own area is " + known +
                                   ". Leave the area out, or change the setting area_code in the sheet Council.");
      return false;
    }
    own_ = known.empty() ? said : known;
    if (!known.empty()) return true;
    return set_own_area();
  }

  void set(const std::string& name, const std::string& value) {
    note(it_.changes[Sheet::council], true, name + ": " + value);
    it_.changes.settings.push_back({name, value, it_.now});
  }

  bool set_own_area() {
    for (std::uint32_t i = 0; i < it_.intake.areas.size(); ++i) {
      if (it_.intake.areas[i] != own_) continue;
      set("area_code", own_);
      if (setting("name").empty() && !it_.intake.area_names[i].empty()) set("name", it_.intake.area_names[i]);
      it_.changes.notices.push_back("The council's own area is now " + own_ + ", " + it_.intake.area_names[i] + ".");
      return true;
    }
    it_.faults.of_file("", "No row of the files is of the area " + kit::quoted(own_) + ". Check the code.");
    return false;
  }

  // A title stands for one unit. Where a file has the same title in per cent and in tonnes, the second carries its unit.
  void find_titles() {
    std::vector<std::size_t> order(it_.intake.series.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto percent_first = [&](std::size_t a, std::size_t b) {
      const auto& sa = it_.intake.series[a];
      const auto& sb = it_.intake.series[b];
      return std::tuple(sa.title, unit_of(sa) != "%", sa.measure, sa.unit) < std::tuple(sb.title, unit_of(sb) != "%", sb.measure, sb.unit);
    };
    std::sort(order.begin(), order.end(), percent_first);
    for (std::size_t i = 0; i < it_.indicators.size(); ++i)
      if (!it_.indicators[i].definitions.empty()) places_.try_emplace(upper(it_.indicators[i].now().title), i);
    for (const auto& figure : it_.known.comparators)
      units_.try_emplace(upper(figure.indicator), unit_of({figure.indicator, figure.measure, figure.unit}));
    for (const auto& [title, place] : places_) units_[title] = it_.indicators[place].now().unit;
    lines_.resize(order.size());
    for (const auto i : order) lines_[i].title = title_of(it_.intake.series[i]);
    for (auto& line : lines_)
      if (const auto found = places_.find(upper(line.title)); found != places_.end()) line.place = found->second;
  }

  std::string title_of(const TidySeries& series) {
    const auto unit = unit_of(series);
    if (units_.try_emplace(upper(series.title), unit).first->second == unit) return series.title;
    auto title = series.title + " (" + (unit.empty() ? "count" : unit) + ")";
    units_.try_emplace(upper(title), unit);
    return title;
  }

  void decide_own(Line& line) {
    if (line.own.empty()) return;
    if (!line.place && !make(line)) return;
    const auto& one = it_.indicators[*line.place];
    std::sort(line.own.begin(), line.own.end(), [](const TidyRow* a, const TidyRow* b) { return a->period < b->period; });
    const TidyRow* before = nullptr;
    for (const auto* row : line.own) {
      if (before && before->period == row->period) repeated(*row, *before);
      else decide_figure(one, *row);
      before = row;
    }
  }

  void repeated(const TidyRow& row, const TidyRow& before) {
    if (row.exact == before.exact && row.symbol == before.symbol) return void(++it_.changes[Sheet::figures].unchanged);
    it_.fault(row.place, "value", found(row.exact ? row.exact->text() : row.symbol, "Row " + std::to_string(before.place.row) +
                                            " gives another figure for the same area and period. Take one out."));
  }

  bool make(Line& line) {
    std::vector<calendar::Period> periods;
    std::vector<kit::Decimal> numbers;
    for (const auto* row : line.own) {
      periods.push_back(row->period);
      if (row->exact && !row->rounded) numbers.push_back(*row->exact);
    }
    const auto& first = *line.own.front();
    const auto rhythm = rhythm_of(periods);
    if (!rhythm) {
      it_.fault(first.place, "period",
                "the periods of " + kit::quoted(line.title) +
                    " have no frequency in common: some are longer than others. "
                    "Bring figures of one frequency at a time.");
      return false;
    }
    auto made = std::make_unique<indicator::Definition>();
    made->title = line.title;
    made->code = free_code(line.title, it_.intake.series[first.series]);
    made->unit = unit_of(it_.intake.series[first.series]);
    made->decimals = numbers.empty() ? 1 : decimals_in(numbers);
    made->polarity = indicator::Polarity::neutral;
    made->frequency = rhythm->frequency;
    made->submitted = rhythm->submitted;
    made->multiplier = kit::Decimal::whole(made->unit == "%" ? 100 : 1);
    made->judged = indicator::usual_judged(*made);
    made->comparator = indicator::usual_comparator(*made);
    made->source = "Published figures, " + it_.intake.sources[first.place.source].file;
    const auto earliest = *std::min_element(periods.begin(), periods.end());
    made->applies_from = stands_at(earliest, rhythm->frequency, rhythm->submitted).first();
    made->at = std::min(kit::Moment::start_of(made->applies_from), it_.now);
    add(line, std::move(made));
    return true;
  }

  std::string free_code(const std::string& title, const TidySeries& series) const {
    auto code = code_from(title);
    if (!it_.indicator(code)) return code;
    if (const auto unit = code_from(unit_of(series));
        title != series.title && unit != "INDICATOR" && !it_.indicator(code + "-" + unit))
      return code + "-" + unit;
    for (int i = 2;; ++i)
      if (auto next = code + "-" + std::to_string(i); !it_.indicator(next)) return next;
  }

  void add(Line& line, std::unique_ptr<indicator::Definition> made) {
    const auto place = it_.indicators.size();
    made->indicator = -static_cast<indicator::IndicatorId>(place + 1'000'000'000);
    it_.codes.emplace(upper(made->code), place);
    note(it_.changes[Sheet::indicators], true, made->code + " " + made->title);
    it_.changes.definitions.push_back(*made);
    it_.indicators.push_back({made->indicator, nullptr, {made.get()}});
    it_.made.push_back(std::move(made));
    line.place = place;
    ++made_;
  }

  void decide_figure(const Becoming& one, const TidyRow& row) {
    const auto& definition = one.in(row.period);
    collect::Figure figure;
    figure.indicator = one.id;
    figure.period = stands_at(row.period, definition.frequency, definition.submitted);
    figure.value = row.exact;
    figure.at = it_.now;
    if (!row.value) say_why_not(figure, row);
    if (row.rounded) ++rounded_;
    auto& tally = it_.changes[Sheet::figures];
    const auto* before = newest(one, figure.period);
    if (before && before->state == figure.state && before->value == figure.value) return void(++tally.unchanged);
    if (before) {
      figure.edition = before->edition + 1;
      figure.reason = "As published in " + it_.intake.sources[row.place.source].file + ".";
      figure.at = std::max(it_.now, kit::Moment{before->at.seconds + 1});
    }
    it_.fault(row.place, collect::faults(figure, definition));
    if (before) it_.reported_already(row.place, figure.period);
    note(tally, !before,
         one.now().code + ", " + figure.period.words() + ": " +
             (figure.value ? figure.value->text() : std::string(words(figure.state))));
    it_.changes.figures.push_back(std::move(figure));
  }

  static void say_why_not(collect::Figure& figure, const TidyRow& row) {
    const auto state = row.symbol.empty() ? std::nullopt : collect::read_state(row.symbol);
    figure.state = state && *state != collect::State::given ? *state : collect::State::delayed;
    figure.note = row.symbol.empty() ? "Published without a figure." : "Published as " + kit::quoted(row.symbol) + ".";
  }

  const collect::Figure* newest(const Becoming& one, const calendar::Period& period) const {
    const collect::Figure* found = nullptr;
    if (one.known)
      for (const auto& figure : one.known->figures)
        if (figure.period == period) found = &figure;
    return found;
  }

  void tell() {
    auto& notices = it_.changes.notices;
    if (made_ > 0)
      notices.push_back(
          counted(made_, "indicator is", "indicators are") +
          " made from the files, with the unit and the frequency of the rows. Nobody has said yet "
          "which way is better, so they are neutral and not rated: export the sheet Indicators, fill in good_direction and bring it in again.");
    if (rounded_ > 0)
      notices.push_back(counted(rounded_, "figure has", "figures have") +
                        " more than four decimals. The nearest ten-thousandth was taken.");
    const bool any_own = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return !line.own.empty(); });
    if (!any_own) notices.push_back("No row is of the council's own area, " + own_ + ". All were kept as comparator figures.");
  }

  Deciding& it_;
  std::string own_;
  std::vector<Line> lines_;  // beside the intake's series
  std::vector<const TidyRow*> others_;
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_map<std::string, std::string> units_;
  std::size_t made_ = 0, rounded_ = 0;
};

}  // namespace

void decide_tidy(Deciding& it) { Tidy(it).decide(); }

}  // namespace exchange
