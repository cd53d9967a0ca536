#include "calendar/period.h"

#include <gtest/gtest.h>

namespace calendar {
namespace {

struct Spelling {
  const char* text;
  const char* iso;                    // empty: refused
  const char* assumption = "";        // what the reading says it took for granted; "…" for any
  std::optional<Frequency> usual = {};
};

// As they stand in council reports, in the files of ONS, DfE, NHS, DEFRA and Oflog, and in cells that were dates.
const Spelling spellings[] = {
    {"2025/26 Q1", "2025-04-01/P3M"},
    {"2022/23 Q3", "2022-10-01/P3M"},
    {"Q1 2025/26", "2025-04-01/P3M"},
    {"Q4 2025-26", "2026-01-01/P3M"},
    {"Quarter 2 2025/26", "2025-07-01/P3M"},
    {"qtr 2, 2025/2026", "2025-07-01/P3M"},
    {"2025-26 Q2", "2025-07-01/P3M"},
    {"Q5 2025/26", ""},
    {"Q1 2025/27", ""},
    {"Q1 2022", "2022-01-01/P3M",
     "‘Q1 2022’ was read as January to March 2022. For a quarter of the financial year write both years, such as "
     "2025/26 Q1."},
    {"2022 Q4", "2022-10-01/P3M", "…"},
    {"H1 2025/26", "2025-04-01/P6M"},
    {"2025/26 H2", "2025-10-01/P6M"},
    {"2025/26", "2025-04-01/P1Y"},
    {"2025/2026", "2025-04-01/P1Y"},
    {"2013/14", "2013-04-01/P1Y"},
    {"2016-17", "2016-04-01/P1Y"},
    {"2016–17", "2016-04-01/P1Y"},
    {"1999/00", "1999-04-01/P1Y"},
    {"FY 2025/26", "2025-04-01/P1Y"},
    {"Financial year 2025-26", "2025-04-01/P1Y"},
    {"2025/27", ""},
    {"Academic year 2023/24", "2023-09-01/P1Y"},
    {"2001-02", ""},
    {"2001-02", "2001-04-01/P1Y", "", Frequency::annual},
    {"2001-02", "2001-02-01/P1M", "‘2001-02’ was read as February 2001.", Frequency::monthly},
    {"2011-12", "", "", Frequency::quarterly},
    {"2007-02", "2007-02-01/P1M"},
    {"2025-04", "2025-04-01/P1M"},
    {"04/2025", "2025-04-01/P1M"},
    {"13/2025", ""},
    {"2015 - 17", "2015-01-01/P3Y", "‘2015 - 17’ was read as January 2015 to December 2017."},
    {"2015-2017", "2015-01-01/P3Y", "…"},
    {"2015 to 2016", "2015-01-01/P2Y", "…"},
    {"2017 - 15", ""},
    {"2019", "2019-01-01/P1Y",
     "‘2019’ was read as the calendar year, January to December 2019. For a financial year write both years, such as "
     "2025/26."},
    {"Calendar year 2019", "2019-01-01/P1Y"},
    {"April 2025", "2025-04-01/P1M"},
    {"apr 2025", "2025-04-01/P1M"},
    {"Sept 2024", "2024-09-01/P1M"},
    {"Sep. 2024", "2024-09-01/P1M"},
    {"March 2023", "2023-03-01/P1M"},
    {"Apr-22", "2022-04-01/P1M", "‘Apr-22’ was read as April 2022."},
    {"April 2022/23", "2022-04-01/P1M"},
    {"January 2022/23", "2023-01-01/P1M"},
    {"March 2023/24 (as restated in the outturn page)", "2024-03-01/P1M",
     "The words in brackets were set aside: ‘as restated in the outturn page’."},
    {"2025 (prov)", "2025-01-01/P1Y", "…"},
    {"Apr 2022-Mar 2023", "2022-04-01/P1Y"},
    {"Oct 2021-Sep 2022", "2021-10-01/P1Y"},
    {"October 2021 to September 2022", "2021-10-01/P1Y"},
    {"Jan 2022 – Dec 2022", "2022-01-01/P1Y"},
    {"April-June 2025", "2025-04-01/P3M"},
    {"October-March 2025", ""},
    {"Mar 2023-Apr 2022", ""},
    {"Year ending March 2025", "2024-04-01/P1Y"},
    {"year to December 2024", "2024-01-01/P1Y"},
    {"12 months to September 2024", "2023-10-01/P1Y"},
    {"2025-04-01/P3M", "2025-04-01/P3M"},
    {"2025-04-01/P12M", "2025-04-01/P1Y"},
    {"2015-11-16/P1Y", "2015-11-01/P1Y",
     "‘2015-11-16/P1Y’ begins within a month, and was read as November 2015 to October 2016."},
    {"2025-04-01/P3D", ""},
    {"2025-13-01/P3M", ""},
    {"2010-03-15", "2010-03-01/P1M", "‘2010-03-15’ is a day, and was read as the period that holds it, March 2010."},
    {"2017-04-01T00:00:00", "2017-04-01/P1M", "…"},
    {"2017-04-01 00:00:00", "2017-04-01/P3M", "…", Frequency::quarterly},
    {"31/03/2025", "2024-04-01/P1Y", "…", Frequency::annual},
    {"As at 30 June 2015 (Q1)", "2015-04-01/P3M", "…", Frequency::quarterly},
    {"30 February 2015", ""},
    {"2025-02-30", ""},
    {"\u00A0April\u00A02025 ", "2025-04-01/P1M"},
    {"0", ""},
    {"", ""},
    {"   ", ""},
    {"Annual", ""},
    {"last quarter", ""},
    {"April", ""},
    {"25/26", ""},
    {"202504", ""},
    {"9999", ""},
    {"2025/26 Q1 Q2", ""},
    {"MONTHLY", ""},
};

TEST(ReadingAPeriod, TakesEverySpellingOrRefusesItWithASentence) {
  for (const auto& each : spellings) {
    const auto read = read_period(each.text, each.usual);
    if (!*each.iso) {
      ASSERT_FALSE(read) << each.text;
      ASSERT_EQ(read.refusals().all().size(), 1u);
      EXPECT_TRUE(
          read.refusals().all()[0].sentence.ends_with("Type a period such as April 2025, 2025/26 Q1 or 2025/26."))
          << each.text;
      continue;
    }
    ASSERT_TRUE(read) << each.text << ": " << read.refusals().all()[0].sentence;
    EXPECT_EQ(read->period.iso(), each.iso) << each.text;
    if (std::string_view(each.assumption) == "…") EXPECT_FALSE(read->assumption.empty()) << each.text;
    else EXPECT_EQ(read->assumption, each.assumption) << each.text;
  }
}

TEST(ReadingAPeriod, SaysWhatTheTextMightHaveMeant) {
  EXPECT_EQ(read_period("2011-12").refusals().all()[0].sentence,
            "Found ‘2011-12’: it may be December 2011 or the financial year 2011/12. Type a period such as April 2025, "
            "2025/26 Q1 or 2025/26.");
  EXPECT_EQ(read_period("Q5 2025/26").refusals().all()[0].sentence,
            "Found ‘Q5 2025/26’: a year has quarters 1 to 4. Type a period such as April 2025, 2025/26 Q1 or 2025/26.");
  EXPECT_EQ(read_period(" ").refusals().all()[0].sentence,
            "No period was found. Type a period such as April 2025, 2025/26 Q1 or 2025/26.");
}

TEST(ReadingAPeriod, ReadsBackItsOwnWordsAddressesAndStandardForm) {
  for (int start = 12 * 1998; start < 12 * 2031; ++start)
    for (const int months : {1, 2, 3, 6, 9, 12, 24, 36}) {
      const Period period{start, months};
      const auto words = read_period(period.words());
      ASSERT_TRUE(words) << period.words();
      EXPECT_EQ(words->period.iso(), period.iso()) << period.words();
      EXPECT_EQ(Period::parse(period.iso()), period);
      ASSERT_TRUE(read_slug(period.slug())) << period.slug();
      EXPECT_EQ(read_slug(period.slug())->iso(), period.iso()) << period.slug();
    }
}

TEST(ReadingAPeriod, RefusesAddressesItDidNotMake) {
  for (const auto* slug :
       {"", "2025", "2025-26-Q1", "2025-26-q5", "2011-13", "april-2025", "2025-04-p0m", "2025-04-pxm", "../etc"})
    EXPECT_FALSE(read_slug(slug)) << slug;
}

TEST(APeriod, IsShownAsPeopleSayIt) {
  EXPECT_EQ(Period::month(2025, 4).words(), "April 2025");
  EXPECT_EQ(Period::quarter({2025}, 4).words(), "2025/26 Q4");
  EXPECT_EQ(Period::half({2025}, 2).words(), "2025/26 H2");
  EXPECT_EQ(Period::year({1999}).words(), "1999/00");
  EXPECT_EQ((Period{12 * 2021 + 9, 12}.words()), "October 2021 to September 2022");
  EXPECT_EQ((Period{12 * 2019, 12}.words()), "2019");
  EXPECT_EQ((Period{12 * 2015, 36}.words()), "2015 to 2017");
  EXPECT_EQ(Period::year({2011}).slug(), "2011-2012");
  EXPECT_EQ(Period::month(2011, 12).slug(), "2011-12");
}

TEST(APeriod, KnowsItsDaysAndYear) {
  const auto quarter = Period::quarter({2025}, 4);
  EXPECT_EQ(quarter.first().iso(), "2026-01-01");
  EXPECT_EQ(quarter.last().iso(), "2026-03-31");
  EXPECT_EQ(quarter.financial_year().words(), "2025/26");
  EXPECT_EQ(quarter.previous(), Period::quarter({2025}, 3));
  EXPECT_EQ(quarter.year_before(), Period::quarter({2024}, 4));
  EXPECT_TRUE(quarter.fits(Frequency::quarterly));
  EXPECT_FALSE((Period{12 * 2025 + 4, 3}.fits(Frequency::quarterly)));
  EXPECT_TRUE(Period::year({2025}).holds(quarter));
}

TEST(APeriod, HoldsADayAtEachEndOfTheYear) {
  EXPECT_EQ(Period::containing(kit::Date::of(2025, 3, 31), Frequency::annual), Period::year({2024}));
  EXPECT_EQ(Period::containing(kit::Date::of(2025, 4, 1), Frequency::annual), Period::year({2025}));
  EXPECT_EQ(Period::containing(kit::Date::of(2025, 4, 1), Frequency::half_yearly), Period::half({2025}, 1));
  EXPECT_EQ(Period::containing(kit::Date::of(2026, 1, 1), Frequency::quarterly), Period::quarter({2025}, 4));
}

TEST(Periods, RunFromTheFirstDayToTheLast) {
  const auto all = periods(Frequency::quarterly, kit::Date::of(2025, 5, 1), kit::Date::of(2026, 1, 1));
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all.front().words(), "2025/26 Q1");
  EXPECT_EQ(all.back().words(), "2025/26 Q4");
}

TEST(AFrequency, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(read_frequency("Half-yearly"), Frequency::half_yearly);
  EXPECT_EQ(read_frequency("half_yearly"), Frequency::half_yearly);
  EXPECT_EQ(read_frequency("Annually"), Frequency::annual);
  EXPECT_EQ(read_frequency("fortnightly"), std::nullopt);
}

}  // namespace
}  // namespace calendar
