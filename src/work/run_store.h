// The run: at its midnight every figure that was entered and checked becomes what everybody reads, and is locked. After it, a late
// figure and a correction are reported one by one, when they are approved.
#pragma once
#include "assess/picture.h"
#include "collect/entry.h"
#include "council/record.h"
#include "kit/db.h"

namespace work {

// One record for the whole run; its key makes a second run of the same period nothing. `run` is its own moment, `now` the present one.
void report_period(kit::Transaction& tx, const assess::Picture& picture, calendar::Frequency frequency,
                   const calendar::Period& period, kit::Moment run, kit::Moment now);

// What has been approved after the run, in the caller's transaction and record: the entry's reported edition, which it answers, and
// the figure.
collect::Entry report_one(kit::Transaction& tx, const assess::Kept& kept, const collect::Entry& approved,
                          kit::Moment now, council::RecordId record);

// The figure that a reported entry makes, in the caller's transaction and record.
void report_figure(kit::Transaction& tx, const assess::Kept& kept, const collect::Entry& reported, kit::Moment now,
                   council::RecordId record);

}  // namespace work
