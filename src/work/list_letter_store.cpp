#include "work/list_letter_store.h"

#include "kit/html.h"

namespace work {

council::Letter list_letter(const council::Person& person, const ListLetter& letter, const std::string& address) {
  const auto by = [](const ListedLine& line) { return line.by.empty() ? std::string() : ": by " + line.by; };
  council::Letter made{letter.key, person.code, person.email, letter.subject, letter.opening + "\n\n", {}};
  kit::Html html;
  html.el("p", letter.opening).open("ul");
  for (const auto& line : letter.lines) {
    made.plain += "- " + line.words + by(line) + "\n  " + address + line.path + "\n";
    html.open("li").el("a", {{"href", address + line.path}}, line.words).text(by(line)).close("li");
  }
  made.plain += "\n" + letter.all.words + ": " + address + letter.all.path + "\nWhether you get such mail: " + address + "/account\n";
  html.close("ul").open("p").el("a", {{"href", address + letter.all.path}}, letter.all.words).close("p");
  html.open("p").el("a", {{"href", address + "/account"}}, "Whether you get such mail").close("p");
  made.html = std::move(html).take();
  return made;
}

}  // namespace work
