// A document as JSON: how it is kept, and how its address answers as data. The same document always gives the same bytes, and
// reading gives back the document.
#pragma once
#include <string>

#include "kit/verdict.h"
#include "report/document.h"

namespace report {

std::string as_json(const Document& document);
kit::Verdict<Document> read_document(std::string_view json);

}  // namespace report
