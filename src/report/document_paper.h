// A document as a page that stands alone, to be printed: the same telling as on the screen, without links.
#pragma once
#include "kit/browser.h"
#include "report/document.h"

namespace report {

kit::PrintedPage as_paper(const Document& document);

}  // namespace report
