// From files to an intake: tells CSV from workbook, finds each sheet, and hands its rows to the reader of that sheet.
#include <fstream>
#include <sstream>

#include "exchange/sheet_reading.h"
#include "kit/csv.h"
#include "kit/even_rows.h"
#include "kit/quote.h"
#include "kit/sheet.h"

namespace exchange {
namespace {

// An old binary workbook, a PDF or a picture: named for what it is, since none of it can be read.
std::string_view kind_of(std::string_view first) {
  if (first.starts_with("\xD0\xCF\x11\xE0"))
    return "an old Excel workbook (.xls) or one with a password. Save it as .xlsx without a password.";
  if (first.starts_with("%PDF")) return "a PDF. Bring the workbook or CSV it was made from.";
  if (first.starts_with("\x89PNG") || first.starts_with("\xFF\xD8\xFF")) return "a picture. Bring a workbook or CSV.";
  return {};
}

constexpr std::size_t least_row = 24;  // bytes of a short row of figures

class Reading {
 public:
  Reading(const Files& files, const Tell& tell) : files_(files), tell_(tell) {
    for (const auto& file : files) all_ += size_of(file);
  }

  Intake read() {
    for (const auto& file : files_) {
      read_file(file);
      done_ += size_of(file);
    }
    if (!intake_.faults.any() && intake_.empty())
      refuse(files_.empty() ? "" : files_.front().name, "holds no rows. Bring a file with at least one row under its column names.");
    return std::move(intake_);
  }

 private:
  void refuse(std::string_view where, std::string what) {
    intake_.faults.of_file(where, std::move(what));
    intake_.unreadable = true;
  }

  static std::size_t size_of(const File& file) {
    if (file.path.empty()) return file.bytes.size();
    std::error_code failed;
    const auto size = std::filesystem::file_size(file.path, failed);
    return failed ? 0 : static_cast<std::size_t>(size);
  }

  void read_file(const File& file) {
    file_ = &file;
    std::string first = file.bytes.substr(0, 8);
    std::ifstream stream;
    if (!file.path.empty()) {
      stream.open(file.path, std::ios::binary);
      first.resize(8);
      stream.read(first.data(), 8);
      first.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
      if (stream.bad() || !std::filesystem::is_regular_file(file.path))
        return refuse(file.name, "cannot be read. Check that it is there and that you may read it.");
    }
    if (first.empty()) return refuse(file.name, "is empty. Bring a file with column names and rows.");
    if (const auto kind = kind_of(first); !kind.empty()) return refuse(file.name, "is " + std::string(kind));
    if (kit::looks_like_sheet(first)) return read_workbook(file, stream);
    read_csv(file, stream);
  }

  // Sheets of one kind may come twice, in two files; each is a source of its own.
  void begin(std::string sheet) {
    intake_.sources.push_back({file_->name, std::move(sheet), {}});
    reader_.reset();
    even_.reset();
    passed_over_ = false;
  }

  std::uint32_t source() const { return static_cast<std::uint32_t>(intake_.sources.size() - 1); }

  void read_header(std::uint32_t row, std::string_view called, const kit::CellViews& cells) {
    const std::vector<std::string> names(cells.begin(), cells.end());
    const auto where = words(intake_.sources, {source(), row});
    if (looks_tidy(names)) {
      reader_ = tidy_reader(names, source(), intake_);
      return;
    }
    passed_over_ = true;
    if (auto found = predecessor_file(names)) {
      for (auto& fault : found->faults) refuse(where, std::move(fault));
      passed_over_ = !found->faults.empty();
      if (!passed_over_) reader_ = predecessor_reader(std::move(*found), source(), intake_);
      return;
    }
    const auto sheet = sheet_of(called, names);
    if (!sheet) {
      return refuse(
          where,
          "these columns are not those of one of the sheets Council, Plan, Indicators, Targets, Figures, People, Rebases, Rules and Money, nor "
          "those of a tidy published file. Start from the template on the import page.");
    }
    auto tried = fit(names, *sheet);
    for (auto& fault : exchange::faults(tried, *sheet)) refuse(where, std::move(fault));
    if (!tried.good()) return;
    passed_over_ = false;
    reader_ = reader_of(*sheet, std::move(tried.header), source(), intake_, size_of(*file_) / least_row);
  }

  void tell(std::size_t row, double share) {
    if (tell_ && row % 4096 == 0) tell_({file_->name, row, share});
  }

  void read_csv(const File& file, std::ifstream& stream) {
    begin("");
    std::istringstream text;
    if (file.path.empty()) text.str(file.bytes);
    else stream.clear(), stream.seekg(0);
    std::istream& in = file.path.empty() ? static_cast<std::istream&>(text) : stream;
    kit::CsvFound found;
    const auto wrong = kit::read_csv_views(in, [&](std::size_t row, const kit::CellViews& cells) {
      if (passed_over_) return false;
      const auto number = static_cast<std::uint32_t>(row);
      if (!reader_) return blank(cells) || (read_header(number, file.name, cells), even_.emplace(cells), true);
      if (is_uneven(number, cells) || (found.separator == ';' && has_doubtful_comma(number, cells))) return true;
      if (tell_ && row % 4096 == 0) tell(row, share(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0))));
      cells_.assign(cells.begin(), cells.end());
      for (auto& cell : cells_) cell = kit::without_apostrophe(cell);
      reader_->read(number, cells_);
      return true;
    }, {}, &found);
    add(wrong);
  }

  bool is_uneven(std::uint32_t row, const kit::CellViews& cells) {
    if (blank(cells)) return true;
    const auto wrong = even_->fault(cells);
    if (wrong.empty()) return false;
    intake_.faults.at(intake_.sources, {source(), row}, "", wrong);
    reader_->refused(cells);
    return true;
  }

  // Where semicolons separate, commas are decimal as often as not.
  bool has_doubtful_comma(std::uint32_t row, const kit::CellViews& cells) {
    const auto at = std::ranges::find(cells, kit::Comma::either, kit::comma_in);
    if (at == cells.end()) return false;
    const auto column = kit::column_name(static_cast<unsigned>(at - cells.begin()));
    intake_.faults.at(
        intake_.sources, {source(), row}, column,
        exchange::found(*at,
                        "The cells are separated by semicolons, so its comma may be a decimal one. Write it without."));
    return true;
  }

  void add(const kit::Refusals& wrong) {
    intake_.faults.add(wrong, file_->name);
    intake_.unreadable |= wrong.any();
  }

  double share(std::size_t within) const { return all_ == 0 ? 1 : static_cast<double>(done_ + within) / static_cast<double>(all_); }

  static bool blank(const kit::CellViews& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return trimmed(cell).empty(); });
  }

  void read_workbook(const File& file, std::ifstream& stream) {
    std::string held;
    if (!file.path.empty()) {
      stream.clear();
      stream.seekg(0);
      held.assign(std::istreambuf_iterator<char>(stream), {});
    }
    kit::SheetReader reader;
    bool any = false;
    std::string called;
    reader.sheet = [&](const std::string& name, bool hidden) {
      called = name;
      const bool known = sheet_named(name).has_value() || is_predecessor_sheet(name);
      any |= known;
      if (hidden)
        intake_.notices.push_back(file.name + ": the sheet " + kit::quoted(name) + " is hidden" +
                                  (known ? ", and was read like the others." : ", and was not read."));
      else if (!known)
        intake_.notices.push_back(file.name + ": the sheet " + kit::quoted(name) + " is not one of the nine, and was not read.");
      if (known) begin(name);
      return known;
    };
    reader.row = [&](std::uint64_t row, const std::vector<kit::SheetCell>& cells) {
      const auto number = static_cast<std::uint32_t>(row);
      spread(cells);
      if (passed_over_) return false;
      if (!reader_) return blank(cells_) || (read_header(number, called, cells_), true);
      tell(row, share(0));
      reader_->read(number, cells_);
      return true;
    };
    reader.notice = [&](const std::string& sentence) { intake_.notices.push_back(file.name + ": " + sentence); };
    const auto before = intake_.faults.count();
    add(kit::read_sheet(file.path.empty() ? std::string_view(file.bytes) : held, reader));
    if (!any && intake_.faults.count() == before)
      refuse(
          file.name,
          "has none of the sheets Council, Plan, Indicators, Targets, Figures, People, Rebases, Rules and Money. Name the sheets so, or start from the template.");
  }

  void spread(const std::vector<kit::SheetCell>& cells) {
    for (auto& cell : cells_) cell = {};
    for (const auto& cell : cells) {
      if (cell.column >= cells_.size()) cells_.resize(cell.column + 1);
      cells_[cell.column] = cell.text;
    }
  }

  const Files& files_;
  const Tell& tell_;
  Intake intake_;
  const File* file_ = nullptr;
  std::unique_ptr<RowReader> reader_;
  std::optional<kit::EvenRows> even_;
  bool passed_over_ = false;  // the header of this sheet was refused
  kit::CellViews cells_;
  std::size_t all_ = 0, done_ = 0;
};

}  // namespace

Intake read_files(const Files& files, const Tell& tell) { return Reading(files, tell).read(); }

}  // namespace exchange
