// What one needs to know beside the form of a figure: the last two years, the note before, the definition, and what was done so far.
#pragma once
#include "kit/html.h"
#include "work/entry_view.h"

namespace work {

void last_years(kit::Html& html, const EntryView& view);  // a chart; nothing before there are two figures
void last_note(kit::Html& html, const EntryView& view);
void definition(kit::Html& html, const EntryView& view);
void steps_so_far(kit::Html& html, const EntryView& view);

}  // namespace work
