// The forms of a document that other programs make, as work for the press: what each is made of, and how.
#pragma once
#include <string>

#include "kit/press.h"
#include "report/document.h"

namespace report {

struct Making {
  std::string name;  // of the file that is kept: it says all that it is made of
  kit::Press::Make make;
};
Making as_pdf(const Document& document);
Making as_word(const Document& document, const kit::PressSettings& settings);

}  // namespace report
