#include "report/document_paper.h"

#include "parts/paper.h"
#include "parts/text.h"
#include "report/document_html.h"

namespace report {

kit::PrintedPage as_paper(const Document& document) {
  kit::Html body;
  body.reserve(512 * 1024);
  parts::aside_line(body, document.council);
  parts::title(body, full_title(document));
  parts::aside_line(body, looks_back_words(document));
  parts::lede(body, document.answer);
  tell(body, document, Surroundings{{}, {}, Surroundings::On::paper});
  return parts::printed_page({full_title(document), document.council, as_at_line(document)}, body);
}

}  // namespace report
