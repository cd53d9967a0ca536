// Evidence in the database, and its bytes on the disk: in the data folder under the content's fingerprint, outside anything that is
// served as it lies. Several servers need one data folder between them.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "collect/evidence.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

void add_evidence(kit::Transaction& tx, const Evidence& evidence, council::RecordId record);
std::optional<Evidence> find_evidence(kit::Transaction& tx, const std::string& id);  // none when it was removed
std::vector<Evidence> evidence_of(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period);
std::vector<Evidence> all_evidence(kit::Transaction& tx);  // what has not been removed
void remove_evidence(kit::Transaction& tx, const std::string& id, kit::Moment now);
bool is_kept(kit::Transaction& tx, const std::string& fingerprint);  // by any figure

std::filesystem::path place_of_evidence(const std::string& data_folder, const std::string& fingerprint);
// Written and on the disk before it answers, so that no figure ever names a file that is not there. Throws Failure when it cannot be.
void keep_bytes(const std::string& data_folder, const std::string& fingerprint, std::string_view content);
std::optional<std::string> read_bytes(const std::string& data_folder, const std::string& fingerprint);  // none: gone, or not what was kept

}  // namespace collect
