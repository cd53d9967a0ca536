#include "work/to_do_store.h"

#include "council/record_store.h"

namespace work {

int to_do(council::Desk& desk, const council::Asker& asker) {
  (void)desk, (void)asker;
  return 0;
}

}  // namespace work
