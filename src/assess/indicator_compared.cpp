#include "assess/indicator_compared.h"

#include "parts/text.h"

namespace assess {

namespace {

void wards(kit::Html& html, const IndicatorCompared& compared) {
  if (compared.by_ward.empty()) return;
  parts::heading(html, "Ward by ward", "wards");
  parts::paragraph(html, [&] {
    parts::link(html, compared.by_ward, "See it on a map of the wards");
    html.text(", as a chart or as a table.");
  });
}

}  // namespace

void compared_section(kit::Html& html, const std::optional<IndicatorCompared>& compared) {
  if (!compared) return;
  wards(html, *compared);
  if (compared->answer.empty()) return;
  parts::heading(html, "Compared with others", "compared");
  parts::paragraph(html, compared->answer);
  for (const auto& each : compared->context_only) parts::small(html, each);
  if (compared->strip) parts::strip(html, *compared->strip);
  if (compared->trend) parts::trend_beside(html, *compared->trend);
  if (!compared->story.empty()) parts::note(html, "What lies behind it here.", compared->story, compared->story_by);
  if (!compared->address.empty())
    parts::paragraph(html, [&] {
      parts::link(html, compared->address, "Every council, and the years before");
      if (!compared->words_address.empty()) html.text(" · "), parts::link(html, compared->words_address, "Write what lies behind it");
      html.text(" · ");
      parts::link(html, "/help/compare", "How comparing works");
    });
}

}  // namespace assess
