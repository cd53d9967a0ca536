// The PDF that goes with the letter about a published report, where the council allows it: of the form that its reader may see, named in
// the letter by its address. It is made when the letter goes, and left out, with a sentence that says so, when it cannot go along.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "report/edition.h"

namespace report {

struct EnclosedForm {
  EditionKey key;
  Form form = Form::open;
  std::string address() const;    // "/reports/quarterly/2025-26-q1-edition-1/public.pdf"
  std::string file_name() const;  // "quarterly-2025-26-q1-edition-1-public.pdf"
  bool operator==(const EnclosedForm&) const = default;
};
std::optional<EnclosedForm> read_enclosed(std::string_view address);

// Whether a PDF of so many bytes goes along, and what the letter says of it.
struct Enclosing {
  bool goes = false;
  std::string said;
};
Enclosing enclosing(std::size_t bytes, std::size_t most);

}  // namespace report
