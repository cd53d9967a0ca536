// GET /indicators/{code}: the page of an indicator, with where the council stands among others in it.
#include "compare/indicator_compared_pages.h"

#include <algorithm>

#include "assess/indicator_pages.h"
#include "compare/comparison_drawing.h"
#include "compare/mapped_store.h"
#include "compare/series_notes_store.h"
#include "council/address.h"

namespace compare {
namespace {

using assess::IndicatorCompared;
using assess::Kept;
using assess::Picture;
using council::Desk;
using kit::Request;

// Of a mapping that leads nowhere today.
IndicatorCompared nothing_of(std::string sentence, const Mapping& mapping) {
  IndicatorCompared made;
  made.answer = std::move(sentence), made.published = mapping.series.title, made.data_set = mapping.series.data_set;
  return made;
}

IndicatorCompared compared_of(const Request& asked, const AllMapped& mapped, const Mapped& one, const Kept& kept) {
  const auto& country = mapped.country;
  const auto& mapping = one.mapping;
  if (!country.own)
    return nothing_of(
        "It is mapped to a published indicator, but the register of authorities does not have this council.", mapping);
  const auto polarity = kept.now().polarity;
  const auto found = comparison(one.figures, country.authorities, *country.own, one.group, polarity, {});
  if (!found)
    return nothing_of("It is mapped to “" + mapping.series.title +
                          "”, in which the council has no figure in a period that others have.",
                      mapping);
  IndicatorCompared made;
  const auto writing = writing_of(one.published, one.figures);
  const auto group = one.group.words(*country.own);
  made.answer = answer(*found, polarity, group, writing);
  made.context_only = doubts(one, *found, own_figures(kept, country.asked), writing);
  made.published = mapping.series.title, made.data_set = mapping.series.data_set, made.group = group, made.period = found->period.iso();
  made.own = found->own.figure->value, made.others_median = found->stands.others_median, made.councils = found->councils();
  if (found->councils() >= 5) made.quartile = found->stands.quartile;
  if (!found->others.empty()) made.strip = strip_of(*found, group, writing), made.strip->under = parts::Strip::Under::section;
  if (found->past.size() > 1)
    made.trend = trend_of(*found, group, polarity, writing), made.trend->under = parts::TrendBeside::Under::section,
    made.trend->id = "beside";
  made.address = council::link(
      asked, "/compare",
      {{"set", mapping.series.data_set}, {"of", mapping.series.title}, {"group", one.group.in_address()}});
  if (asked.asked("as-at").empty())
    made.words_address = "/compare/words?set=" + kit::url_encoded(mapping.series.data_set) +
                         "&of=" + kit::url_encoded(mapping.series.title) +
                         "&in=" + kit::url_encoded(found->period.iso());
  return made;
}

void tell_story(IndicatorCompared& made, const std::vector<Story>& stories, const Picture& picture) {
  const auto period = calendar::Period::parse(made.period);
  const auto* story = period ? story_for(stories, *period) : nullptr;
  if (!story) return;
  const auto job = picture.council.job_of(story->by);
  made.story = story->words;
  made.story_by = (job.empty() ? std::string() : job + ", ") + story->at.date().words() + " · " + story->period.words();
}

// Figures of wards stand beside an indicator when they carry its title.
std::string by_ward(kit::Transaction& tx, const Request& asked, const Picture& picture, const Kept& kept) {
  for (const auto& load : newest_loads(loads(tx, picture.as_at))) {
    if (!load.are_small) continue;
    const auto indicators = indicators_of(tx, load.number);
    if (std::ranges::find(indicators, kept.now().title, &PublishedIndicator::title) != indicators.end())
      return council::link(asked, "/explore",
                           {{"set", load.data_set},
                            {"of", kept.now().title},
                            {"group", std::string(code(Among::within))},
                            {"as", "map"}});
  }
  return {};
}

std::optional<IndicatorCompared> compared_in(kit::Transaction& tx, const Request& asked, Desk& desk,
                                             const Picture& picture, const Kept& kept) {
  const auto mapped = load_mapped(tx, desk.data_folder, picture, kept.id);
  if (const auto* one = mapped.of(kept.id)) {
    auto made = compared_of(asked, mapped, *one, kept);
    tell_story(made, load_stories(tx, one->mapping.series, picture.as_at), picture);
    return made;
  }
  if (!mapped.without.empty())
    return nothing_of("The newest file of “" + mapped.without.front().series.data_set + "” no longer has “" +
                          mapped.without.front().series.title + "”, to which this indicator is mapped. Map it again.",
                      mapped.without.front());
  return std::nullopt;
}

parts::Reply show_indicator(const Request& asked, Desk& desk) {
  return assess::indicator_reply(asked, desk, [&](const Picture& picture, const Kept& kept) -> std::optional<IndicatorCompared> {
    auto tx = desk.db.read();
    auto made = compared_in(tx, asked, desk, picture, kept);
    const auto wards = by_ward(tx, asked, picture, kept);
    if (wards.empty()) return made;
    if (!made) made.emplace();
    made->by_ward = wards;
    return made;
  });
}

}  // namespace

const council::Routes& indicator_compared_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/indicators/{code}", council::May::read, show_indicator,
       "One indicator: chart, figures, definition, and where the council stands among others; as CSV its figures"},
  };
  return all;
}

}  // namespace compare
