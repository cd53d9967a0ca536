#include "kit/db_link.h"

#include "kit/db_text.h"

namespace kit {

template <class Work>
void Link::with(const Query& query, const Values& values, Columns columns, const Work& work) {
  const auto text = text_for(engine_, query);
  try {
    auto& kept = statements_.try_emplace(std::string(text)).first->second;
    if (kept && kept->in_use()) {  // the query is being read further out: this reading gets a statement of its own
      Statement own(session_, engine_, std::string(text), values, columns);
      return work(own);
    }
    if (!kept || !kept->fits(values, columns)) {
      kept.reset();
      kept = std::make_unique<Statement>(session_, engine_, std::string(text), values, columns);
    }
    work(*kept);
  } catch (const soci::soci_error& error) {
    fail(error, query.name);
  }
}

void Link::each(const Query& query, const Values& values, Columns columns,
                const std::function<void(const Row&)>& each) {
  with(query, values, columns, [&](Statement& statement) { statement.each(values, each); });
}

std::optional<std::int64_t> Link::number(const Query& query, const Values& values) {
  std::optional<std::int64_t> found;
  with(query, values, "i",
       [&](Statement& statement) { statement.first(values, [&](const Row& row) { found = row.maybe_integer(0); }); });
  return found;
}

std::int64_t Link::run(const Query& query, const Values& values) {
  std::int64_t changed = 0;
  with(query, values, "", [&](Statement& statement) { changed = statement.run(values); });
  return changed;
}

void Link::prepare(const Query& query) {
  const auto text = text_for(engine_, query);
  Values values;
  for (auto name : names_bound(text)) values.push_back({name, nullptr});
  with(query, values, "", [](Statement&) {});
}

}  // namespace kit
