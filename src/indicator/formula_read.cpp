// Reads a formula by going down: sums of products of things, each at most so deep.
#include <algorithm>
#include <array>

#include "indicator/formula.h"
#include "kit/quote.h"

namespace indicator {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return made;
}

// Signs as people paste them, beside those on every keyboard.
struct Sign {
  std::string_view written;
  char means;
};
constexpr std::array signs = {Sign{"+", '+'}, Sign{"-", '-'}, Sign{"*", '*'}, Sign{"/", '/'},
                              Sign{"−", '-'}, Sign{"–", '-'}, Sign{"×", '*'}, Sign{"÷", '/'}};

// Characters before a place in the text, counted as people count them.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

class ReadingFormula {
  using Do = Formula::Do;

 public:
  explicit ReadingFormula(std::string_view text) : text_(text) { made_.text_ = text; }

  kit::Verdict<Formula> read() {
    sum();
    skip_blanks();
    if (at_ < text_.size())
      fail(next() == ')' ? "This parenthesis closes nothing. Take it out, or open one before it."
                         : "Put +, -, * or / between two things.");
    if (no_.any()) return no_;
    const auto& last = made_.steps_.back();
    if (last.what != Do::divide) made_.bottom_ = 0;
    return std::move(made_);
  }

 private:
  void sum() {
    product();
    for (char sign = 0; well() && (sign = take_sign("+-")) != 0;) {
      product();
      step(sign == '+' ? Do::add : Do::subtract);
    }
  }

  void product() {
    signed_thing();
    for (char sign = 0; well() && (sign = take_sign("*/")) != 0;) {
      const auto begins = made_.steps_.size();
      signed_thing();
      step(sign == '*' ? Do::multiply : Do::divide);
      if (sign == '/') made_.bottom_ = begins;
    }
  }

  void signed_thing() {
    std::size_t minuses = 0;
    while (take_sign("-") != 0) ++minuses;
    thing();
    if (minuses % 2 == 1) step(Do::negate);
  }

  void thing() {
    skip_blanks();
    if (!well()) return;
    if (at_ >= text_.size())
      return fail(text_.empty() ? "Write a formula."
                                : "The formula stops here. Write what comes next, or take the last sign out.");
    const char c = text_[at_];
    if (c == '[') return reference();
    if (c == '(') return parenthesis();
    if (is_digit(c) || c == '.') return number();
    if (is_letter(c)) return function();
    fail("Found " + kit::quoted(text_.substr(at_, whole_character())) + ". Write a reference such as [BBF07], a number or a parenthesis.");
  }

  void parenthesis() {
    const auto opened = at_;
    ++at_;
    if (!deeper()) return;
    sum();
    --depth_;
    close(opened);
  }

  void reference() {
    const auto from = at_;
    const auto end = text_.find(']', at_);
    if (end == text_.npos) return fail("This square bracket is not closed. Write ] after the reference.");
    Reference made{trimmed(text_.substr(at_ + 1, end - at_ - 1)), Taken::figure, from, 0};
    if (made.code.empty() || made.code.find('[') != made.code.npos)
      return fail("Write the reference of an indicator between the brackets, such as [BBF07].");
    at_ = end + 1;
    if (next() == '.') take_part(made);
    made.to = at_;
    step(Do::reference, made_.references_.size());
    made_.references_.push_back(std::move(made));
  }

  void take_part(Reference& of) {
    const auto dot = at_++;
    const auto word = lower(take_word());
    if (word == "numerator") of.taken = Taken::numerator;
    else if (word == "denominator") of.taken = Taken::denominator;
    else if (word != "figure") at_ = dot, fail("After a reference comes .numerator, .denominator or nothing.");
  }

  void number() {
    const auto from = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    const auto number = kit::Decimal::parse(text_.substr(from, at_ - from));
    if (number) return step(Do::number, 0, kit::Fraction(*number));
    at_ = from;
    fail("Write a number such as 1000 or 0.5, without commas and with at most four decimals.");
  }

  void function() {
    const auto from = at_;
    const auto word = lower(take_word());
    const auto what = word == "sum" ? Do::sum : word == "min" ? Do::min : word == "max" ? Do::max : Do::number;
    if (what == Do::number) {
      at_ = from;
      return fail("Found " + kit::quoted(word) +
                  ". A reference stands in square brackets, such as [BBF07]; the functions are sum, min and max.");
    }
    skip_blanks();
    const auto opened = at_;
    if (next() != '(') return fail("After " + word + " comes a parenthesis: " + word + "([BBF01], [BBF02]).");
    ++at_;
    if (!deeper()) return;
    std::size_t count = 0;
    do {
      sum();
      ++count;
    } while (well() && take(','));
    --depth_;
    close(opened);
    step(what, count);
  }

  bool deeper() {
    if (++depth_ <= Formula::deepest) return true;
    fail("There are more than " + std::to_string(Formula::deepest) +
         " parentheses within parentheses. Make an indicator of a part of it, and refer to that.");
    return false;
  }

  void close(std::size_t opened) {
    if (!well() || take(')')) return;
    if (at_ < text_.size()) return fail("Put +, -, * or / between two things, or close the parenthesis.");
    at_ = opened;
    fail("This parenthesis is not closed. Write ) where it ends.");
  }

  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }

  bool take(char wanted) {
    skip_blanks();
    if (next() != wanted) return false;
    ++at_;
    return true;
  }

  char take_sign(std::string_view among) {
    skip_blanks();
    for (const auto& sign : signs) {
      if (!text_.substr(at_).starts_with(sign.written) || among.find(sign.means) == among.npos) continue;
      at_ += sign.written.size();
      return sign.means;
    }
    return 0;
  }

  std::string_view take_word() {
    const auto from = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    return text_.substr(from, at_ - from);
  }

  std::size_t whole_character() const {
    std::size_t size = 1;
    while (at_ + size < text_.size() && (static_cast<unsigned char>(text_[at_ + size]) & 0xC0) == 0x80) ++size;
    return size;
  }

  void step(Do what, std::size_t count = 0, kit::Fraction number = {}) { made_.steps_.push_back({what, count, number}); }
  bool well() const { return !no_.any(); }

  // Only the first fault is told: what follows it may be misread.
  void fail(std::string what) {
    if (well()) no_.add("computed_from", "At character " + std::to_string(characters(text_.substr(0, at_)) + 1) + ": " + std::move(what));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  kit::Refusals no_;
  Formula made_;
};

kit::Verdict<Formula> read_formula(std::string_view text) {
  kit::Refusals no;
  no.unless(text.size() <= Formula::longest, "computed_from",
            "A formula has at most 1,000 characters. Make an indicator of a part of it, and refer to that.");
  if (no.any()) return no;
  return ReadingFormula(text).read();
}

}  // namespace indicator
