// What the council says of published indicators, in the database: what plain years mean, where the counts are, the story behind a figure.
#pragma once
#include "compare/counts.h"
#include "compare/load.h"
#include "compare/story.h"
#include "compare/year_meaning.h"
#include "council/record.h"
#include "kit/db.h"

namespace compare {

YearsMeant load_years(kit::Transaction& tx, kit::Moment as_at);
void add_years(kit::Transaction& tx, const SaidOfYears& said, council::RecordId record);

// Whether a file has plain years of which nobody has said what they are: not the file, not who brought it in, and not somebody since.
bool are_years_in_doubt(kit::Transaction& tx, const Load& load, kit::Moment as_at);

Counts load_counts(kit::Transaction& tx, const Series& series, kit::Moment as_at);  // edition 0 where nothing was said
void add_counts(kit::Transaction& tx, const Counts& counts, council::RecordId record);

std::vector<Story> load_stories(kit::Transaction& tx, const Series& series,
                                kit::Moment as_at);  // the newest edition of each period, newest first
void add_story(kit::Transaction& tx, const Story& story, council::RecordId record);

}  // namespace compare
