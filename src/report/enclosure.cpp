#include "report/enclosure.h"

namespace report {
namespace {

constexpr std::string_view folder = "/reports/", ending = ".pdf", of_the_public = "/public";
constexpr std::size_t megabyte = 1'000'000;

std::string in_megabytes(std::size_t bytes) {
  const auto tenths = (bytes * 10 + megabyte - 1) / megabyte;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " MB";
}

}  // namespace

std::string EnclosedForm::address() const {
  return key.path() + std::string(form == Form::open ? of_the_public : "") + std::string(ending);
}
std::string EnclosedForm::file_name() const {
  return key.pack + "-" + key.slug() + (form == Form::open ? "-public" : "") + std::string(ending);
}

std::optional<EnclosedForm> read_enclosed(std::string_view address) {
  if (!address.starts_with(folder) || !address.ends_with(ending)) return std::nullopt;
  auto path = address.substr(folder.size(), address.size() - folder.size() - ending.size());
  EnclosedForm enclosed;
  enclosed.form = path.ends_with(of_the_public) ? Form::open : Form::full;
  if (enclosed.form == Form::open) path.remove_suffix(of_the_public.size());
  const auto slash = path.find('/');
  const auto edition = slash == path.npos ? std::nullopt : read_edition_slug(path.substr(slash + 1));
  if (!edition || edition->number == 0) return std::nullopt;
  enclosed.key = {std::string(path.substr(0, slash)), edition->period, edition->number};
  return enclosed;
}

Enclosing enclosing(std::size_t bytes, std::size_t most) {
  if (bytes <= most) return {true, "The report is attached as a PDF."};
  return {false, "The report as a PDF is " + in_megabytes(bytes) + ", more than this council attaches (" +
                     in_megabytes(most) + "). Read it by the link."};
}

}  // namespace report
