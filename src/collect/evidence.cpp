#include "collect/evidence.h"

#include "kit/file_kind.h"
#include "kit/number.h"
#include "kit/quote.h"
#include "kit/secret.h"

namespace collect {

std::string size_words(std::int64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (bytes < 1000) return kit::with_commas(size, 0) + " bytes";
  if (bytes < 1'000'000) return kit::with_commas(size / 1e3, 0) + " kB";
  return kit::with_commas(size / 1e6, 1) + " MB";
}

kit::Verdict<Evidence> evidence_of(std::string_view name, std::string_view content, std::int64_t most_bytes) {
  const auto plain = kit::plain_file_name(name);
  const auto quoted = kit::quoted(plain);
  const auto taken = "Taken are " + kit::kinds_in_words() + ".";
  const auto size = static_cast<std::int64_t>(content.size());
  const auto kind = kit::kind_of(content);
  kit::Refusals no;
  if (content.empty()) no.add("evidence", "The file " + quoted + " is empty. Choose another.");
  else if (size > most_bytes)
    no.add("evidence", "The file " + quoted + " has " + size_words(size) + "; at most " + size_words(most_bytes) +
                           " are kept. Save it smaller, or keep only the pages that matter.");
  else if (!kind) no.add("evidence", "What is in the file " + quoted + " is not of a sort that is kept, or it has macros. " + taken);
  else if (!kit::ends_as(*kind, plain))
    no.add("evidence", "The file " + quoted + " holds " + std::string(kit::about(*kind).words) +
                           ", which its name does not say. Name it so that it ends in " +
                           std::string(kit::about(*kind).endings) + ".");
  if (no.any()) return no;

  Evidence evidence;
  evidence.id = kit::random_name();
  evidence.name = plain;
  evidence.type = kit::about(*kind).media_type;
  evidence.bytes = size;
  evidence.fingerprint = kit::fingerprint(content);
  return evidence;
}

}  // namespace collect
