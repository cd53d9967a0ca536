// Files that were brought to the import page and wait to be confirmed: on the server's own disk, in the data folder, under a
// ticket that nobody can guess, for at most an hour. Each is read in the background; whoever waits sees how far it is.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "exchange/intake_store.h"
#include "kit/http.h"

namespace exchange {

struct Upload {
  Import import;
  std::mutex guard;          // for what follows
  std::string reading;       // "Row 120,000 of figures.csv", while it is read
  bool is_read = false;
  std::string failed;        // why it could not be read at all
  Intake intake;             // once read, until it is decided
  bool is_decided = false;
  kit::Refusals refusals;    // once decided: these,
  Changes changes;           // or this, without its facts,
  std::string said;          // in one sentence,
  bool nothing = false;      // or nothing at all
  std::int64_t version = 0;  // of what it was compared with
  bool is_saved = false;
  council::RecordId record = 0;  // of a saved one
};

// Answers the ticket. Begins to read at once.
std::string keep_upload(const std::string& data_folder, const std::vector<kit::UploadedFile>& files, Import import);
// Null when there is none, it is another's, or it is more than an hour old.
std::shared_ptr<Upload> find_upload(const std::string& ticket, const std::string& who);
void forget_files(const std::string& data_folder, const std::string& ticket);  // takes the files off the disk

}  // namespace exchange
