// The files kept with a figure, as the pages of entry and check show them.
#pragma once
#include <vector>

#include "assess/picture.h"
#include "collect/evidence.h"
#include "council/desk.h"
#include "kit/html.h"

namespace work {

std::string evidence_address(const collect::Evidence& evidence);  // where it is downloaded
enum class MayChange : std::uint8_t { no, yes };
// `address`: of the figure, to which files are added. Without files, and where none may be added, nothing is shown.
void evidence_list(kit::Html& html, const council::Desk& desk, const assess::Picture& picture, const std::vector<collect::Evidence>& files,
                   const std::string& address, MayChange may, const kit::Refusals& no);

}  // namespace work
