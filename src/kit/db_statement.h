// A query prepared once on one connection and used again: SOCI's statement with the places its values are bound from
// and its columns are read into. Columns are typed, never dynamic, so that computed ones do not come as strings.
#pragma once
#include <soci/soci.h>

#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "kit/db.h"

namespace kit {

class Statement : private Row {
 public:
  Statement(soci::session& session, Engine engine, const std::string& text, const Values& values, Columns columns);

  bool fits(const Values& values, Columns columns) const;  // the same names and columns as it was prepared for
  bool in_use() const { return in_use_; }

  void each(const Values& values, const std::function<void(const Row&)>& each);
  bool first(const Values& values, const std::function<void(const Row&)>& first);
  std::int64_t run(const Values& values);  // how many rows changed

 private:
  // A place with a steady address, from which SOCI binds or into which it reads.
  struct Place {
    std::string name;
    char type = 'n';
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator state = soci::i_ok;
  };
  struct Using;

  void take_in(const Values& values);
  void bind();
  bool start(const Values& values);
  void rewind();
  const Place& column(std::size_t number, char type) const;

  bool is_null(std::size_t column) const override;
  std::int64_t integer(std::size_t column) const override;
  double real(std::size_t column) const override;
  const std::string& text(std::size_t column) const override;

  soci::statement statement_;
  Engine engine_;
  std::string text_;
  std::string columns_;
  std::deque<Place> values_, read_;
  bool in_use_ = false;
};

}  // namespace kit
