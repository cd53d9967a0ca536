#include "collect/entry.h"

#include <array>

#include "indicator/word_table.h"

namespace collect {
namespace {

using indicator::WordRow;

constexpr std::array stages = {
    WordRow<Stage>{Stage::entered, "entered", "waits for its check"},
    WordRow<Stage>{Stage::returned, "returned", "came back"},
    WordRow<Stage>{Stage::checked, "checked", "checked"},
    WordRow<Stage>{Stage::reported, "reported", "reported"},
};
constexpr std::array kinds = {
    WordRow<EntryKind>{EntryKind::figure, "figure", "figure"},
    WordRow<EntryKind>{EntryKind::late, "late", "late figure"},
    WordRow<EntryKind>{EntryKind::correction, "correction", "correction"},
};

}  // namespace

std::string_view code(Stage stage) { return stages[static_cast<std::size_t>(stage)].code; }
std::string_view words(Stage stage) { return stages[static_cast<std::size_t>(stage)].words; }
std::string_view code(EntryKind kind) { return kinds[static_cast<std::size_t>(kind)].code; }
std::string_view words(EntryKind kind) { return kinds[static_cast<std::size_t>(kind)].words; }
std::optional<Stage> read_stage(std::string_view text) {
  return indicator::read_word<Stage>(text, std::span<const WordRow<Stage>>(stages));
}
std::optional<EntryKind> read_entry_kind(std::string_view text) {
  return indicator::read_word<EntryKind>(text, std::span<const WordRow<EntryKind>>(kinds));
}

std::string_view words(Waits waits) {
  switch (waits) {
    case Waits::not_open_yet: return "Not open yet";
    case Waits::for_entry: return "To enter";
    case Waits::for_late_entry: return "Late";
    case Waits::for_rework: return "Came back";
    case Waits::for_check: return "To be checked";
    case Waits::for_run: return "Checked";
    case Waits::for_nothing: return "Reported";
    case Waits::for_inputs: return "Waits for what it is computed from";
  }
  return {};
}

}  // namespace collect
