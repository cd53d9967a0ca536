// Readers of boundaries, given files that are broken in thousands of ways.
#include "kit/mangled.h"

#include "explore/boundaries.h"

namespace explore {

TEST(AMangledFileOfBoundaries, IsReadOrRefusedInASentence) {
  const kit::mangled::Samples files = {
      R"({"type": "FeatureCollection", "crs": {"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [{"type": "Feature", "properties": {"LAD24CD": "E06000061", "LAD24NM": "North"}, "geometry": {"type": "Polygon", "coordinates": [[[-1,52],[-0.9,52],[-0.9,52.1],[-1,52.1],[-1,52]]]}}, {"type": "Feature", "properties": {"LAD24CD": "E06000062"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[-2,52],[-1.9,52],[-1.9,52.1],[-2,52]]]]}}]})",
      R"({"type": "Topology", "transform": {"scale": [0.001, 0.001], "translate": [-1, 52]}, "arcs": [[[0,0],[100,0],[0,100],[-100,0],[0,-100]], [[200,0],[50,0],[0,50],[-50,-50]]], "objects": {"lad": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"areacd": "E06000061"}}, {"type": "MultiPolygon", "arcs": [[[1]], [[-1]]], "properties": {"areacd": "E06000062"}}]}}})"};
  const compare::Authorities councils(
      std::vector<compare::Authority>{{.code = "E06000061", .name = "North"}, {.code = "E06000062", .name = "West"}});
  kit::mangled::each(files, 8000, [&](const std::string& text) {
    const auto file = read_geo_file(text);
    kit::are_sentences(file.refusals());
    if (!file) return;
    const auto made = boundaries_of(*file, "", councils);
    kit::are_sentences(made.refusals());
    if (made) kit::holds(made->areas.size() + made->left_out.size() == made->found, "each area is taken, or listed with the reason");
  });
}

}  // namespace explore
