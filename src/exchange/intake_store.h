// An import against the database: what is known is gathered, the change decided, and everything saved in one transaction with
// one record row, or nothing at all.
#pragma once
#include <string>

#include "council/record.h"
#include "exchange/ambleford.h"
#include "exchange/changes.h"
#include "exchange/file.h"
#include "kit/db.h"

namespace exchange {

// What an import brings, where it comes from, and who brings it.
struct Import {
  Files files;
  std::string own_area;  // the council's GSS code, for tidy files; empty when it is known
  std::string who = "goldenthread import";
  council::Particulars particulars;  // from where, by which rule
  Intake::By by = Intake::By::machine;
  Succession succession;  // where it brings the figures of the councils before
};

struct Preview {
  Changes changes;
  std::int64_t version = 0;  // of what it was compared with
};
kit::Verdict<Preview> preview(kit::Database& db, const Import& import, kit::Moment now, const Tell& tell = {});

// The same for files that have been read already.
kit::Verdict<Preview> preview_of(kit::Database& db, const Import& import, Intake intake, kit::Moment now);

struct Saved {
  council::RecordId record = 0;  // 0 when there was nothing to save
  Changes changes;               // its counts and notices; the facts have gone into the database
  bool already = false;          // the same import, compared with the same version, was saved before
};
// Throws Conflict when others keep saving at the same time, OutcomeUnknown when it cannot be known whether it was kept.
kit::Verdict<Saved> bring_in(kit::Database& db, const Import& import, kit::Moment now, const Tell& tell = {});
kit::Verdict<Saved> bring_in(kit::Database& db, const std::vector<NamedCsv>& sheets, const std::string& who, kit::Moment now);

// The idempotency key: the same files compared with the same version are the same import.
std::string key_of(const Import& import, std::int64_t version);

// The moment from which an import counts: now, but after everything that is stored.
kit::Moment moment_for(kit::Database& db, kit::Moment now);

}  // namespace exchange
