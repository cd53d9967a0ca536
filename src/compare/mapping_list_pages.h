// The list of what stands beside published indicators, and what it shares with the page of one of them (mapping_pages.cpp).
#pragma once
#include "compare/mapping_view.h"
#include "compare/own_area_store.h"
#include "council/route.h"

namespace compare {

const council::Routes& mapping_list_routes();

Offer offer_of(kit::Transaction& tx, const Country& country);  // every published indicator of the newest files
std::string mapping_address(const assess::Kept& kept);
std::string mapping_address(const assess::Kept& kept, const Series& series);  // with one that is looked at

}  // namespace compare
