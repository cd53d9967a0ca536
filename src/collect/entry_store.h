// Entries in the database: every edition, drafts, what checkers have opened, and windows opened again.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "collect/entry.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

std::optional<Entry> newest_entry(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period);
std::vector<Entry> entry_history(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period);  // oldest first
std::vector<Entry> newest_entries(kit::Transaction& tx, const calendar::Period& period);  // of every indicator in one period
std::vector<Entry> entries_since(kit::Transaction& tx, std::int64_t record);             // every edition after that record, in order
std::vector<Entry> unreported_entries(kit::Transaction& tx);                              // newest, of any period, not yet reported

std::vector<Entry> entries_after_the_run(kit::Transaction& tx);  // every step of late figures and corrections, in order

// AlreadyThere when someone else saved that edition first.
void add_entries(kit::Transaction& tx, std::span<const Entry> entries, council::RecordId record);

void keep_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator, const calendar::Period& period,
                const Typed& typed, kit::Moment now);
struct KeptDraft {
  Typed typed;
  kit::Moment at;
};
std::optional<KeptDraft> find_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator,
                                    const calendar::Period& period);
void forget_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator, const calendar::Period& period);

void mark_opened(kit::Transaction& tx, const std::string& person, const Entry& entry, kit::Moment now);
bool was_opened(kit::Transaction& tx, const std::string& person, const Entry& entry);

std::vector<Reopening> open_reopenings(kit::Transaction& tx, kit::Moment now);
std::vector<Reopening> all_reopenings(kit::Transaction& tx);
std::int64_t add_reopening(kit::Transaction& tx, const Reopening& reopening, council::RecordId record);  // answers its number

}  // namespace collect
