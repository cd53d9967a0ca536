// A map in which each area is shaded by its figure: drawn on the server, with its classes and counts beside it. It can
// be read without colour (lighter to darker, the own area outlined, no figure hatched), and by keyboard: every area is
// a link that says its name and figure.
#pragma once
#include <string>
#include <vector>

#include "kit/html.h"
#include "parts/text.h"

namespace parts {

struct MapArea {
  enum class Holds : std::uint8_t { figure, no_figure, nothing };  // nothing: drawn for the shape of the country only
  std::string name, written;  // "Ambleford", "41.8%"
  std::string address;        // where its link leads
  std::string path;           // of SVG
  Holds holds = Holds::figure;
  int shade = 0;              // of 0 to 4, the class it falls into
  std::string letters;        // written in it, where there is room: "AMB"
  double x = 0, y = 0;        // where its letters or its name stand
  bool is_own = false;
};

struct MapClass {
  std::string words;  // "20.1% to 34.5%"
  int areas = 0;
};

struct Choropleth {
  std::string id = "map";
  std::string finding, summary;    // the title, and one sentence for whoever does not see the drawing
  double wide = 100, high = 100;
  double letters_high = 100;       // of the letters in an area
  std::vector<MapArea> areas;      // in the order in which a keyboard walks through them
  std::vector<MapClass> classes;   // lowest first, at most five
  std::string classes_words;       // how the classes were made
  int without = 0;                 // areas that have no figure
  std::string one = "council", many = "councils";  // what an area is, and several
  std::vector<Link> zooms;         // the one without an address is what is shown
  std::vector<Link> ways;          // other ways to draw it
  std::string after;               // the id of the place after the map: a keyboard may leap there
};
void choropleth(kit::Html& html, const Choropleth& map);

}  // namespace parts
