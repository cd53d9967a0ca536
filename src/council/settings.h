// The council's settings: which there are, what each is when nobody has said otherwise, and what it may be.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace council {

struct SettingKind {
  std::string_view name;   // as in the workbook
  std::string_view usual;  // its value until the council gives one
  std::string_view meaning;
};

const std::vector<SettingKind>& settings();
const SettingKind* setting_kind(std::string_view name);  // null when there is none

// What is wrong with a setting: a name that does not exist, or a value it cannot take.
kit::Refusals faults(std::string_view name, std::string_view value);

}  // namespace council
