// From a pack and the picture of the council at a moment to a document. The same pack and picture always make the same document.
#pragma once
#include <functional>
#include <memory>

#include "assess/judged.h"
#include "compare/against_others.h"
#include "compare/published_standing.h"
#include "report/document.h"
#include "report/open_picture.h"
#include "report/pack.h"

namespace report {

// What other areas have published, of a picture's indicators: asked of each picture that a document is made from.
using AmongOthers = std::function<compare::Elsewhere(const assess::Picture&, const calendar::Period&)>;

// Where the council stands in the published indicators of a section.
using AboutThePlace = std::function<std::vector<compare::PublishedStanding>(const assess::Picture&,
                                                                            const calendar::Period&, const Section&)>;

// What the report of the period before said, in a form.
using LastTime = std::function<std::optional<Document>(Form)>;

struct Composing {
  const Pack& pack;
  std::shared_ptr<const assess::Picture> picture;  // as at the moment from which the report looks back
  calendar::Period period;
  AmongOthers others;
  AboutThePlace place;
  LastTime last;
};

// The public form is composed of what `open_picture` and `open_part` leave; nothing is taken out of it afterwards.
Document compose(const Composing& from, Form form);

}  // namespace report
