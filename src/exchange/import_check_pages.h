// Between bringing files and saving them: what they would change, or what is wrong with them. Of use to import_pages.cpp.
#pragma once
#include <string>

#include "council/desk.h"
#include "exchange/uploads_store.h"
#include "kit/verdict.h"
#include "parts/page.h"

namespace exchange {

parts::Page page_of_import(std::string title);

parts::Page waiting_page(const std::string& reading);  // while they are read; it asks again by itself
parts::Page refused_page(const kit::Refusals& refusals, const Import& import);
parts::Page preview_page(const council::Desk& desk, const Upload& upload, const std::string& ticket);

}  // namespace exchange
