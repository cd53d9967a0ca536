// An authority as the national register has it: from when to when it was, what came after it, and by which names and codes it goes.
// A name or code in a file is understood for the day that the figure is about: "Somerset" was a county until 2023 and is a unitary since.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/period.h"
#include "kit/moment.h"

namespace compare {

enum class Tier : std::uint8_t {
  district,
  unitary,
  metropolitan,
  london,
  county,
  combined,
  elsewhere,
  small
};  // elsewhere: other nations of the UK; small: a ward or the like, within an authority
std::string_view code(Tier tier);   // "district"
std::string_view words(Tier tier);  // "Shire district"
std::optional<Tier> read_tier(std::string_view text);  // also "NMD", "UA", "LBO" …

struct Authority {
  std::string code;  // GSS, "E06000061"
  std::string name;
  Tier tier = Tier::district;
  std::string nation, region;
  std::optional<kit::Date> starts, ends;  // `ends`: the first day on which it was no more
  std::vector<std::string> successors;    // codes
  std::vector<std::string> names, codes;  // others by which it goes or went
  std::string within = {};                // of a small area: the code of the authority that it is a part of
  bool operator==(const Authority&) const = default;

  bool is_small() const { return tier == Tier::small; }
  bool was_on(kit::Date day) const { return (!starts || *starts <= day) && (!ends || day < *ends); }
};

// What a code or name in a file turned out to be, or why it is nothing to compare with.
struct Understood {
  enum class How : std::uint8_t { by_code, by_former_code, by_name, before_its_time, not_known, was_no_more, is_no_authority };
  const Authority* authority = nullptr;
  How how = How::not_known;
  bool is_kept() const { return authority != nullptr; }
};

class Authorities {
 public:
  Authorities() = default;
  explicit Authorities(std::vector<Authority> all);
  Authorities(Authorities&&) = default;  // what was found points into it
  Authorities& operator=(Authorities&&) = default;

  const std::vector<Authority>& all() const { return all_; }
  const Authority* find(std::string_view code) const;  // by the code it has now
  std::vector<const Authority*> predecessors(const Authority& authority) const;
  std::vector<const Authority*> successors(const Authority& authority) const;

  // By code when there is one, otherwise by name (small areas by code alone, for many wards share a name), for the
  // first day of what the figure is about.
  Understood understand(std::string_view code, std::string_view name, kit::Date day) const;

 private:
  using Places = std::unordered_map<std::string, std::vector<std::size_t>>;
  Understood among(const Places& places, const std::string& key, kit::Date day, Understood::How how) const;

  std::vector<Authority> all_;
  Places by_code_, by_former_code_, by_name_;
};

std::string plain_area_name(std::string_view name);  // "Bristol, City of" and "City of Bristol UA" are "bristol"

}  // namespace compare
