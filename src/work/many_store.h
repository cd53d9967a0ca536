// Many figures in the database: what they are decided on, gathered at once, and all of them saved in one transaction.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "council/desk.h"
#include "work/gather_store.h"
#include "work/many_form.h"

namespace work {

// What is to be entered by whoever asks, or entered and not reported yet: of one period, or of all. What is
// entered comes last; by period, then by code.
std::vector<collect::Due> mine_to_enter(kit::Transaction& tx, const assess::Picture& picture, const council::Asker& asker,
                                        const std::optional<calendar::Period>& period, kit::Moment now);

// What was typed, with what it is decided on; a row of what one may not enter has no due. `rows` points into `dues`.
struct Gathered {
  std::vector<TypedLine> lines;
  std::vector<std::optional<collect::Due>> dues;
  std::vector<ManyRow> rows;
};
Gathered gather_lines(kit::Transaction& tx, const assess::Picture& picture, std::vector<TypedLine> lines, const council::Desk& desk);

// Records and saves each of them. `keys` says of each entry by which key a repetition is known. False when all that was done already,
// and nothing more is written.
bool save_many(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const Many& many,
               const std::vector<ManyRow>& rows, const std::vector<std::string>& keys);

}  // namespace work
