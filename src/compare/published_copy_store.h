// The figures of each load lie on the disk of the server that brought it in, and as a copy in the database: another server on the same
// database, or one restored from its backup, writes its own file from the copy when it is first asked for, and takes it only when its
// fingerprint is that of the load.
#pragma once
#include <string>

#include "compare/load.h"
#include "kit/db.h"

namespace compare {

// Most of a large copy, in transactions of their own, so that nobody who writes at the same time waits long; keep_copy does the rest, its
// first part among it, and without that there is no copy. What an earlier program left that was stopped halfway is taken away.
void copy_beforehand(kit::Database& db, const std::string& data_folder, const Load& load);
// Whether the database has the copy already, or has it now. Not when the file is not as the load says.
bool keep_copy(kit::Transaction& tx, const std::string& data_folder, const Load& load);
// Writes the file from its copy. False when there is none, or it is not as the load says: nothing is written then.
bool write_from_copy(kit::Transaction& tx, const std::string& data_folder, const std::string& kept);
bool is_copy_sound(kit::Transaction& tx, const Load& load);
bool is_as_it_was_kept(const std::string& data_folder, const Load& load);

std::string fingerprint_of_file(const std::string& path);  // empty when it cannot be read

// While it stands, a file that is not in the folder is written from its copy in this database when it is asked for. Loads from before
// there were copies get theirs when it begins.
class FiguresAtHand {
 public:
  FiguresAtHand(kit::Database& db, std::string data_folder);
  ~FiguresAtHand();
  FiguresAtHand(const FiguresAtHand&) = delete;
  FiguresAtHand& operator=(const FiguresAtHand&) = delete;

  // For the engine. A Failure where the figures of a load are neither here nor, as they were, in the database.
  static void fetch(const std::string& data_folder, const std::string& kept);

 private:
  std::string data_folder_;
};

}  // namespace compare
