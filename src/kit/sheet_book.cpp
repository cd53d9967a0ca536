#include <charconv>

#include "kit/encoding.h"
#include "kit/quote.h"
#include "kit/sheet_xlsx.h"

namespace kit {
namespace {

constexpr std::uint64_t most_text = 96ull << 20;
constexpr std::size_t text_block = 1 << 20;
constexpr std::size_t most_styles = 100'000, most_sheets = 1'000, most_links = 20'000;

struct Link {
  std::string id, target, kind;
  bool outside = false;
};

class Links : public XmlListener {
 public:
  explicit Links(std::vector<Link>& links) : links_(links) {}
  bool begins(std::string_view element, const XmlAttributes& a) override {
    if (element == "Relationship" && links_.size() < most_links)
      links_.push_back(
          {std::string(a["Id"]), std::string(a["Target"]), std::string(a["Type"]), a["TargetMode"] == "External"});
    return true;
  }
  bool ends(std::string_view) override { return true; }

 private:
  std::vector<Link>& links_;
};

class Workbook : public XmlListener {
 public:
  Workbook(XlsxBook& book, const std::vector<Link>& links) : book_(book), links_(links) {}
  bool begins(std::string_view element, const XmlAttributes& a) override {
    if (element == "workbookPr" && a.yes("date1904")) book_.zero = DayZero::start_of_1904;
    if (element == "sheet" && book_.sheets.size() < most_sheets) add_sheet(a);
    return true;
  }
  bool ends(std::string_view) override { return true; }

 private:
  void add_sheet(const XmlAttributes& a) {
    const bool hidden = a["state"] == "hidden" || a["state"] == "veryHidden";
    for (const Link& link : links_)
      if (link.id == a["id"] && link.kind.ends_with("/worksheet"))
        book_.sheets.push_back({std::string(a["name"]), link.target, hidden});
  }

  XlsxBook& book_;
  const std::vector<Link>& links_;
};

class Styles : public XmlListener {
 public:
  explicit Styles(std::vector<Shown>& styles) : styles_(styles) {}
  bool begins(std::string_view element, const XmlAttributes& a) override {
    if (element == "cellXfs") in_cells_ = true;
    if (element == "numFmt" && formats_.size() < most_styles)
      formats_[a.number("numFmtId", 0)] = shown_by_code(a["formatCode"]);
    if (element == "xf" && in_cells_ && styles_.size() < most_styles) styles_.push_back(shown(a.number("numFmtId", 0)));
    return true;
  }
  bool ends(std::string_view element) override {
    if (element == "cellXfs") in_cells_ = false;
    return true;
  }

 private:
  Shown shown(std::uint64_t format) const {
    const auto own = formats_.find(format);
    if (own != formats_.end()) return own->second;
    return format < 164 ? shown_by_builtin(static_cast<unsigned>(format)) : Shown::number;
  }

  std::vector<Shown>& styles_;
  std::map<std::uint64_t, Shown> formats_;
  bool in_cells_ = false;
};

class Texts : public XmlListener {
 public:
  Texts(SharedTexts& texts, const SheetLimits& limits) : texts_(texts), limits_(limits) {}
  bool begins(std::string_view element, const XmlAttributes&) override {
    if (element == "rPh") phonetic_ = true;  // how a Japanese name is said: not part of it
    taking_ = element == "t" && !phonetic_;
    return true;
  }
  bool ends(std::string_view element) override {
    taking_ = false;
    if (element == "rPh") phonetic_ = false;
    if (element != "si") return true;
    const bool kept = texts_.size() < limits_.shared_strings && texts_.add(without_x_escapes(text_));
    text_.clear();
    if (!kept) fault_ = "The workbook holds more text than can be read at once. Split it into several.";
    return kept;
  }
  bool text(std::string_view text) override {
    // Beyond the limit a text is kept just long enough to be refused at the cell that shows it.
    if (taking_) text_.append(text.substr(0, limits_.cell_bytes + 1 - std::min(limits_.cell_bytes + 1, text_.size())));
    return true;
  }
  const std::string& fault() const { return fault_; }

 private:
  SharedTexts& texts_;
  const SheetLimits& limits_;
  std::string text_, fault_;
  bool taking_ = false, phonetic_ = false;
};

// A target is told from the folder of the part that names it, or from the root: "worksheets/sheet1.xml",
// "/xl/worksheets/sheet1.xml".
std::string part_at(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path = folder;
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t up = path.size() < 2 ? path.npos : path.rfind('/', path.size() - 2);
    path.resize(up == path.npos ? 0 : up + 1);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return path + std::string(target);
}

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

std::string links_of(Package& package, const std::string& part, std::vector<Link>& links, const SheetLimits& limits) {
  const std::string folder = folder_of(part), name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  if (!package.has(name)) return {};
  Links listener(links);
  const std::string fault = read_xml(package, name, listener, limits);
  for (Link& link : links)
    if (!link.outside) link.target = part_at(folder, link.target);
  return fault;
}

// Figures that come from another file may be old, or not the council's own: they are refused, never fetched.
std::string refuse_other_files(Package& package, const std::vector<Link>& links, const SheetLimits& limits) {
  for (const Link& link : links) {
    if (link.outside && !link.kind.ends_with("/hyperlink"))
      return "The workbook takes its content from elsewhere, " + quoted(link.target) +
             ". Copy the values into it and break the link.";
    if (!link.kind.ends_with("/externalLink")) continue;
    std::vector<Link> beyond;
    if (const std::string fault = links_of(package, link.target, beyond, limits); !fault.empty()) return fault;
    const std::string other = beyond.empty() ? "" : ", " + quoted(beyond[0].target);
    return "The workbook takes figures from another file" + other +
           ". In Excel choose Data, Edit Links, Break Link, and save it again.";
  }
  return {};
}

std::string read_around(Package& package, XlsxBook& book, const std::vector<Link>& links, const SheetLimits& limits) {
  for (const Link& link : links) {
    std::string fault;
    if (link.kind.ends_with("/styles") && book.styles.empty()) {
      Styles styles(book.styles);
      fault = read_xml(package, link.target, styles, limits);
    } else if (link.kind.ends_with("/sharedStrings") && book.texts.size() == 0) {
      Texts texts(book.texts, limits);
      fault = read_xml(package, link.target, texts, limits);
      if (fault.empty()) fault = texts.fault();
    }
    if (!fault.empty()) return fault;
  }
  return {};
}

std::string main_part(Package& package, const SheetLimits& limits) {
  std::vector<Link> links;
  links_of(package, "", links, limits);
  for (const Link& link : links)
    if (link.kind.ends_with("/officeDocument") && !link.outside) return link.target;
  return "xl/workbook.xml";
}

void notice_pivots(const Package& package, const SheetTeller& teller) {
  for (const auto& [name, entry] : package.parts())
    if (name.find("pivotCache/pivotCacheDefinition") != name.npos)
      teller.notice("The workbook has a pivot cache, " + quoted(name) + ": it can hold records that no sheet shows.");
}

}  // namespace

bool SharedTexts::add(std::string_view text) {
  bytes_ += text.size();
  if (bytes_ > most_text) return false;
  if (blocks_.empty() || blocks_.back().size() + text.size() > text_block) {
    blocks_.emplace_back();
    blocks_.back().reserve(
        std::max(text.size(), std::min<std::size_t>(text_block, 4096 << std::min<std::size_t>(blocks_.size(), 8))));
  }
  std::string& block = blocks_.back();
  places_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size()),
                     static_cast<std::uint32_t>(text.size())});
  block += text;
  return true;
}

std::string_view SharedTexts::at(std::uint64_t index) const {
  const Place& place = places_[index];
  return std::string_view(blocks_[place.block]).substr(place.begin, place.length);
}

std::string without_x_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at)) {
    unsigned code = 0;
    const auto digits = text.substr(at + 2, 5);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 4), code, 16);
    const bool escape = digits.size() == 5 && digits[4] == '_' && end == digits.data() + 4 && code > 0 &&
                        (code < 0xD800 || code > 0xDFFF);
    if (!escape) {
      ++at;
      continue;
    }
    plain += text.substr(0, at);
    append_utf8(plain, code);
    text.remove_prefix(at + 7);
    at = 0;
  }
  return plain.append(text);
}

std::string read_book(Package& package, XlsxBook& book, SheetTeller& teller, const SheetLimits& limits) {
  const std::string part = main_part(package, limits);
  if (part.ends_with(".bin")) return "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.";
  std::vector<Link> links;
  if (std::string fault = links_of(package, part, links, limits); !fault.empty()) return fault;
  if (std::string fault = refuse_other_files(package, links, limits); !fault.empty()) return fault;
  Workbook workbook(book, links);
  if (std::string fault = read_xml(package, part, workbook, limits); !fault.empty()) return fault;
  if (book.sheets.empty()) return "The workbook has no sheet that can be read. Save it again as .xlsx.";
  if (std::string fault = read_around(package, book, links, limits); !fault.empty()) return fault;
  notice_pivots(package, teller);
  return {};
}

std::string read_xlsx(Package& package, SheetTeller& teller, const SheetLimits& limits) {
  XlsxBook book;
  if (std::string fault = read_book(package, book, teller, limits); !fault.empty()) return fault;
  for (const XlsxSheet& sheet : book.sheets) {
    if (!teller.begin_sheet(sheet.name, sheet.hidden)) continue;
    if (std::string fault = read_xlsx_sheet(package, book, sheet, teller, limits); !fault.empty()) return fault;
    if (teller.stopped()) return {};
    teller.end_sheet();
  }
  return {};
}

}  // namespace kit
