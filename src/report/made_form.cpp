#include "report/made_form.h"

#include <filesystem>
#include <fstream>

#include "kit/carried.h"
#include "kit/failure.h"
#include "kit/repacked.h"
#include "kit/secret.h"
#include "kit/temporary_folder.h"
#include "report/document_html.h"
#include "report/document_paper.h"
#include "report/document_word.h"

namespace report {
namespace {

constexpr std::size_t memory_of_pandoc = 768u << 20;

void write(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw kit::Failure("There is no room for temporary files.");
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void draw(const parts::PictureSheet& sheet, const kit::TemporaryFolder& folder, kit::Press::Tools& tools) {
  if (sheet.boxes().empty()) return;
  int number = 0;
  for (const auto& picture : tools.browser.pictures(sheet.html(), sheet.boxes(), tools.watch))
    write(folder.file("picture-" + std::to_string(++number) + ".png"), picture);
}

// With the look that its file takes, and what its footer says.
struct Dressed {
  WordPage told;
  std::string look, subject;
  kit::Moment moment;
};

// The page holds nothing but our markup round escaped text and the pictures beside it, so pandoc has nothing to fetch. Its own sandbox
// does not work in Debian, where it keeps its templates in files.
std::string word(const Dressed& page, kit::Press::Tools& tools) {
  const kit::TemporaryFolder folder;
  draw(page.told.pictures, folder, tools);
  write(folder.file("page.html"), page.told.html);
  write(folder.file("look.docx"), page.look);
  const std::vector<std::string> arguments = {"--from=html",
                                              "--to=docx",
                                              "--shift-heading-level-by=-1",
                                              "--reference-doc=look.docx",
                                              "--metadata=subject:" + page.subject,
                                              "--output=made.docx",
                                              "page.html",
                                              "+RTS",
                                              "-M512M",
                                              "-RTS"};
  auto watch = tools.watch;
  watch.most_memory = memory_of_pandoc;
  const auto ran = kit::run_watched(tools.settings.pandoc, arguments, folder.path(), watch,
                                    {"SOURCE_DATE_EPOCH=" + std::to_string(page.moment.seconds)});
  if (ran.kept != kit::Kept::on) throw kit::Failure(std::string(kit::words(ran.kept)));
  auto made = read(folder.file("made.docx"));
  if (ran.code != 0 || made.empty()) throw kit::Failure("Pandoc did not make the file.");
  return kit::repacked(made, "word/document.xml", with_whole_rows);
}

}  // namespace

Making as_pdf(const Document& document) {
  auto page = as_paper(document);
  const auto moment = document.as_at.seconds;
  auto name = kit::fingerprint(page.html + '\n' + page.above + '\n' + page.below) + ".pdf";
  return {std::move(name), [page = std::move(page), moment](kit::Press::Tools& tools) {
            return tools.browser.printed(page, moment, tools.watch);
          }};
}

Making as_word(const Document& document, const kit::PressSettings& settings) {
  Dressed page{as_word_page(document, settings.browser.empty() ? Pictures::left_out : Pictures::drawn),
               {},
               as_at_line(document),
               document.as_at};
  page.look = settings.word_reference.empty() ? std::string(kit::carried("static/report-styles.docx")) : read(settings.word_reference);
  auto name = kit::fingerprint(page.told.html + '\n' + page.told.pictures.html() + '\n' + page.subject + '\n' +
                               kit::fingerprint(page.look)) +
              ".docx";
  return {std::move(name), [page = std::move(page)](kit::Press::Tools& tools) { return word(page, tools); }};
}

}  // namespace report
