// Packs of one thing: of an indicator, or of a directorate with its money. A report of it is made whenever somebody asks; and a report
// of the council's own begins with it, to run by itself.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "assess/picture.h"
#include "report/pack.h"

namespace report {

Pack pack_of(const indicator::Definition& indicator);
Pack pack_of(const council::Unit& directorate);

// As an address names it: "indicator:BBF07", "directorate:PLACE". None when there is no such thing.
std::optional<Pack> pack_about(std::string_view what, const assess::Picture& picture);

// The period that a report looks at when nobody waits for a run: the newest that has figures.
calendar::Period newest_period(const assess::Picture& picture, const Pack& pack);

}  // namespace report
