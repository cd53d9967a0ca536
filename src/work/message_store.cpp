#include "work/message_store.h"

#include "council/letter_store.h"
#include "kit/html.h"

namespace work {

void tell(kit::Transaction& tx, const council::Desk& desk, const council::Person* person, const Message& message) {
  if (!person || person->gone || person->email.empty()) return;
  const auto where = desk.address + message.path;
  kit::Html html;
  html.el("p", message.words).open("p").el("a", {{"href", where}}, message.link).close("p");
  council::queue(tx,
                 {message.key, person->code, person->email, message.subject, message.words + "\n\n" + where + "\n",
                  std::move(html).take()},
                 desk.now);
}

}  // namespace work
