// The list of indicators: each with its newest figure and how it stands, by priority.
#pragma once
#include <string>
#include <vector>

#include "assess/board_view.h"
#include "kit/http.h"
#include "parts/page.h"

namespace assess {

struct ListView {
  std::string period;
  std::vector<StandingView> indicators;  // by priority, then reference
};
template <class Teller>
void describe(Teller& t, const ListView& view) {
  t.field("period", view.period);
  t.rows("indicators", view.indicators);
}

ListView list_view(const Judged& judged, const std::vector<const Judgement*>& narrowed);
parts::Page list_page(const kit::Request& asked, const Judged& judged, const ListView& view, const Narrowing& to);

}  // namespace assess
