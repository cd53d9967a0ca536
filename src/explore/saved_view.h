// A view of the explorer that somebody saved under a name, for themselves or for everybody. Its address holds everything chosen in it, and
// what it shows is as new as the figures are.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kit/moment.h"
#include "kit/verdict.h"

namespace explore {

enum class SeenBy : std::uint8_t { own, everybody, nobody };  // nobody: it was taken away
std::string_view code(SeenBy seen_by);
std::optional<SeenBy> read_seen_by(std::string_view text);

struct SavedView {
  std::int64_t number = 0;  // 0: not saved yet
  std::string name, address, person;
  SeenBy seen_by = SeenBy::own;
  std::int64_t edition = 0;
  kit::Moment at;
};

// An address of the explorer, written as the explorer writes it; none when it leads elsewhere or asks for something unknown.
std::optional<std::string> view_address(std::string_view address);

struct ViewDraft {
  std::string name, address, seen_by;
};
// The next edition of the person's own view of this name, or the first of a new one.
kit::Verdict<SavedView> save(const ViewDraft& draft, std::span<const SavedView> all, const std::string& person, kit::Moment now);
kit::Verdict<SavedView> take_away(std::int64_t number, std::span<const SavedView> all, const std::string& person, kit::Moment now);

}  // namespace explore
