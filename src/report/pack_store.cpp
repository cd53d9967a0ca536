#include "report/pack_store.h"

#include <algorithm>
#include <sstream>

#include "indicator/columns.h"
#include "report/pack.sql.h"

namespace report {
namespace {

using indicator::known;

std::string packed_readers(const std::vector<council::Role>& readers) {
  std::string text;
  for (const auto role : readers) text += (text.empty() ? "" : " ") + std::string(council::code(role));
  return text;
}

std::vector<council::Role> unpacked_readers(std::string_view text) {
  std::vector<council::Role> readers;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    readers.push_back(known(council::read_role(text.substr(0, end)), text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return readers;
}

std::string packed_lists(const std::vector<std::int64_t>& lists) {
  std::string text;
  for (const auto number : lists) text += (text.empty() ? "" : " ") + std::to_string(number);
  return text;
}

std::vector<std::int64_t> unpacked_lists(const std::string& text) {
  std::vector<std::int64_t> lists;
  std::istringstream in(text);
  for (std::int64_t number = 0; in >> number;) lists.push_back(number);
  return lists;
}

// `always`: it has run as it runs now since its first edition.
Pack read(const kit::Row& row, bool& always) {
  Pack pack;
  indicator::NextColumn next(row);
  pack.code = next.text();
  pack.edition = static_cast<int>(next.integer());
  pack.title = next.text();
  pack.purpose = next.text();
  pack.audience = next.text();
  const auto& frequency = next.text();
  pack.frequency = known(calendar::read_frequency(frequency), frequency);
  pack.sections = unpacked_sections(next.text());
  pack.readers = unpacked_readers(next.text());
  pack.lists = unpacked_lists(next.text());
  pack.gone = next.yes();
  pack.by = next.text();
  pack.at = next.moment();
  always = next.integer() == 0;
  pack.since = next.moment();
  return pack;
}

}  // namespace

std::vector<Pack> load_packs(kit::Transaction& tx) {
  auto packs = shipped_packs();
  tx.each(pack_sql::packs, {}, "titttttttitiii", [&](const kit::Row& row) {
    bool always = false;
    auto pack = read(row, always);
    const auto shipped = std::ranges::find(packs, pack.code, &Pack::code);
    if (shipped == packs.end()) return packs.push_back(std::move(pack));
    if (always && pack.frequency == shipped->frequency && !pack.gone) pack.since = {};  // it has always run like this
    *shipped = std::move(pack);
  });
  return packs;
}

void add_pack(kit::Transaction& tx, const Pack& pack, council::RecordId record) {
  tx.run(pack_sql::add, {{"code", pack.code},
                         {"edition", std::int64_t(pack.edition)},
                         {"title", pack.title},
                         {"purpose", pack.purpose},
                         {"audience", pack.audience},
                         {"frequency", std::string(calendar::code(pack.frequency))},
                         {"sections", packed_sections(pack.sections)},
                         {"readers", packed_readers(pack.readers)},
                         {"lists", packed_lists(pack.lists)},
                         {"gone", std::int64_t(pack.gone)},
                         {"by", pack.by},
                         {"at", pack.at.seconds},
                         {"record", record}});
}

}  // namespace report
