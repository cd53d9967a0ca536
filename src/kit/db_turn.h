// A turn at a connection: ours from the first statement of a transaction to its end; rolled back unless committed.
#pragma once
#include <memory>

#include "kit/db_link.h"

namespace kit {

class Turn {
 public:
  virtual ~Turn() = default;
  virtual Link& link() = 0;
  virtual void commit() = 0;  // afterwards the connection may be another's
};

}  // namespace kit
