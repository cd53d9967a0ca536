// Cells, cards, charts and facts of one judged indicator: how each of its figures is written, everywhere in a report.
#pragma once
#include "assess/judged.h"
#include "assess/warning_signs.h"
#include "report/document.h"

namespace report {

Cell words_cell(std::string text);
Cell count_cell(int count);
Cell indicator_cell(const assess::Judgement& judgement);  // its title, and below it reference and period
Cell figure_cell(const assess::Judgement& judgement);
Cell target_cell(const assess::Judgement& judgement);
Cell status_cell(const assess::Judgement& judgement);
Cell direction_cell(const assess::Judgement& judgement);
Cell line_cell(const assess::Picture& picture, const assess::Judgement& judgement);

std::string mark_of(const assess::Judgement& judgement);  // "p", "r", "u", "c", "x", "z", or empty
Note note_of(const assess::Picture& picture, const assess::Judgement& judgement);
Card card_of(const assess::Picture& picture, const assess::Exception& exception);
Chart chart_of(const assess::Picture& picture, const assess::Judgement& judgement);  // with its process where that is of the same figures
std::string signal_sentence(const assess::Judgement& judgement);  // of a process of other figures than the chart's; empty: no signal
Fact fact_of(const assess::Picture& picture, const assess::Judgement& judgement);

}  // namespace report
