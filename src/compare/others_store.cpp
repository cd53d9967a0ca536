#include "compare/others_store.h"

#include "compare/comparator_store.h"
#include "compare/mapped_store.h"

namespace compare {

OtherAreas others_for_target(kit::Transaction& tx, const std::string& data_folder, const assess::Picture& picture,
                             const assess::Kept& kept) {
  const auto mapped = load_mapped(tx, data_folder, picture, kept.id);
  if (const auto* one = mapped.of(kept.id); one && mapped.country.own)
    return other_areas(*one, mapped.country.authorities, *mapped.country.own);
  return other_areas(load_comparator_figures(tx, kept.now().title, picture.as_at, picture.version),
                     picture.council.setting("area_code"), kept.now().unit);
}

}  // namespace compare
