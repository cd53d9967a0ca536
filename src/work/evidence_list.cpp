#include "work/evidence_list.h"

#include "council/address.h"
#include "kit/file_kind.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/text.h"
#include "work/entry_view.h"

namespace work {
namespace {

void one_file(kit::Html& html, const council::Desk& desk, const assess::Picture& picture, const collect::Evidence& file, MayChange may) {
  parts::item(html, [&] {
    parts::link(html, evidence_address(file), file.name);
    parts::small(html, collect::size_words(file.bytes) + ", " + by_words(picture.council, file.by, file.at));
    if (may == MayChange::no) return;
    parts::form(html, evidence_address(file) + "/remove", desk.token, parts::Carries::fields,
                [&] { parts::link_button(html, "Remove " + file.name); });
  });
}

}  // namespace

std::string evidence_address(const collect::Evidence& evidence) { return council::path_to("evidence", evidence.id); }

void evidence_list(kit::Html& html, const council::Desk& desk, const assess::Picture& picture, const std::vector<collect::Evidence>& files,
                   const std::string& address, MayChange may, const kit::Refusals& no) {
  if (files.empty() && may == MayChange::no) return;
  parts::heading(html, "Evidence", "evidence-files");
  if (!files.empty()) parts::plain_list(html, [&] { for (const auto& file : files) one_file(html, desk, picture, file, may); });
  if (may == MayChange::no) return;
  parts::form(html, address + "/evidence", desk.token, parts::Carries::files, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::file_upload(html, {"evidence", files.empty() ? "Keep a file with this figure" : "Keep another file with it",
                              "Whoever checks or audits the figure can open it; it is never published. Leave out names of people.",
                              parts::error_of("evidence", no)}, kit::kind_endings());
    parts::second_button(html, "Keep the file");
  });
}

}  // namespace work
