#include "compare/published_file_store.h"

#include <array>
#include <filesystem>

#include "compare/figures.duck.sql.h"
#include "compare/published_copy_store.h"
#include "kit/duck_stream.h"
#include "kit/failure.h"
#include "kit/secret.h"

namespace compare {
namespace {

class Writing {
 public:
  Writing(kit::Duck& duck, const Authorities& authorities)
      : duck_(duck),
        authorities_(authorities),
        file_(a_name()),
        stream_(duck, figures_duck_sql::keep, {{"file", duck.path(file_)}},
                "title area period ends value low high mark", "tttirrrt") {}

  void add(const PublishedFigure& f, const PublishedFile& of) {
    while (periods_.size() < of.periods.size()) periods_.push_back(of.periods[periods_.size()].iso());
    const std::array<kit::DuckCell, 8> row = {std::string_view(of.indicators[f.indicator].title),
                                              std::string_view(authorities_.all()[f.area].code),
                                              std::string_view(periods_[f.period]),
                                              std::int64_t{of.periods[f.period].end()},
                                              number(f.value),
                                              number(f.low),
                                              number(f.high),
                                              std::string_view(f.mark)};
    stream_.add(row);
  }
  void finish(bool is_grouped, Load& load) {
    stream_.finish();
    load.kept = file_;
    if (!is_grouped) put_together(load);
    load.fingerprint = fingerprint_of_file(duck_.path(load.kept));
    if (load.fingerprint.empty()) throw kit::Failure("The published figures that were written cannot be read again.");
  }
  const std::string& file() const { return file_; }

 private:
  static std::string a_name() { return "figures-" + kit::random_name() + ".parquet"; }
  static kit::DuckCell number(const std::optional<double>& value) { return value ? kit::DuckCell(*value) : kit::DuckCell(nullptr); }
  void put_together(Load& load) {
    const auto mixed = duck_.path(file_);
    load.kept = a_name();
    duck_.run(figures_duck_sql::group_together, {{"mixed", mixed}, {"file", duck_.path(load.kept)}});
    std::filesystem::remove(mixed);
  }

  kit::Duck& duck_;
  const Authorities& authorities_;
  std::string file_;
  std::vector<std::string> periods_;
  kit::DuckStream stream_;
};

}  // namespace

kit::Verdict<PublishedFile> read_and_keep(kit::Duck& duck, std::istream& in, const Authorities& authorities,
                                          const Reading& reading, Load& load, const TellValues& tell) {
  std::string written;
  kit::Refusals no;
  {
    Writing writing(duck, authorities);
    written = duck.path(writing.file());
    auto read = read_published(in, authorities, reading, [&](const PublishedFigure& figure, const PublishedFile& so_far) {
      writing.add(figure, so_far);
      if (tell && so_far.taken % 16384 == 0) tell(so_far.found);
    });
    if (read) return writing.finish(read->is_grouped, load), read;
    no = read.refusals();
  }
  std::filesystem::remove(written);
  return no;
}

void keep_figures(kit::Duck& duck, const PublishedFile& file, const Authorities& authorities, Load& load) {
  Writing writing(duck, authorities);
  for (const auto& figure : file.figures) writing.add(figure, file);
  writing.finish(true, load);
}

// Under a name of its own first, so that nobody reads half a file.
std::string newest_beside(kit::Duck& duck, const Load& load) {
  const auto whole = duck.path(load.kept);
  const auto place = whole + ".newest";
  if (std::filesystem::exists(place)) return place;
  const auto beside = place + "." + kit::random_name() + ".part";
  duck.run(figures_duck_sql::keep_newest, {{"file", whole}, {"newest", beside}});
  std::filesystem::rename(beside, place);
  return place;
}

}  // namespace compare
