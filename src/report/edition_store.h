// Editions in the database: what each shows, its review, the words written for it, and second runs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "council/record.h"
#include "kit/db.h"
#include "report/edition.h"

namespace report {

// Oldest first; with their steps.
std::vector<Edition> load_editions(kit::Transaction& tx);
std::vector<Edition> load_editions_of(kit::Transaction& tx, const std::string& pack);
std::vector<EditionKey> load_keys(kit::Transaction& tx);  // of all, and nothing more
const Edition* newest(const std::vector<Edition>& editions, const std::string& pack, const calendar::Period& period);  // null: none
const Edition* find(const std::vector<Edition>& editions, const EditionKey& key);

// What it shows, as the bytes that were kept; a Failure when they are no longer those that were kept.
enum class Stage : std::uint8_t { run, signed_off };
struct Kept {
  std::string json, fingerprint;
  Stage stage = Stage::run;
};
std::optional<Kept> load_document(kit::Transaction& tx, const EditionKey& key, Form form);          // as signed off, or as it ran
std::optional<Kept> load_document_as_it_ran(kit::Transaction& tx, const EditionKey& key, Form form);

// Both forms at once: an edition without a document cannot be. AlreadyThere: it has been run.
struct Frozen {
  std::string full, open;  // as JSON
};
void add_edition(kit::Transaction& tx, const Edition& edition, const Frozen& frozen, council::RecordId record);
void add_signed(kit::Transaction& tx, const EditionKey& key, const Frozen& frozen, council::RecordId record);
void add_step(kit::Transaction& tx, const Edition& edition, const Step& step,
              council::RecordId record);  // AlreadyThere: somebody was first

std::vector<Words> load_words(kit::Transaction& tx, const std::string& pack, const calendar::Period& period);  // newest of each slot
void add_words(kit::Transaction& tx, const std::string& pack, const calendar::Period& period, const Words& words, council::RecordId record);

std::optional<Rerun> load_rerun(kit::Transaction& tx, const std::string& pack, const calendar::Period& period);  // the newest
std::vector<Rerun> load_reruns_asked(kit::Transaction& tx);  // those that wait for somebody's word
void add_rerun(kit::Transaction& tx, const Rerun& rerun, council::RecordId record);

}  // namespace report
