// What a process chart shows, in words: the finding for its heading, and the sentence about its limits.
#pragma once
#include <optional>
#include <string>

#include "assess/indicator_process.h"

namespace assess {

// "Seven months above average: improving". None while the newest figure is ordinary variation.
std::optional<std::string> signal_finding(const IndicatorProcess& process, const indicator::Definition& definition);

// "no significant change", "the same every month": what follows a finding about the target when there is no signal.
std::string steady_words(const IndicatorProcess& process, const indicator::Definition& definition);

// "Shaded: where figures fall by chance alone, from 24 months." Of the newest stretch.
std::string limits_sentence(const IndicatorProcess& process, const indicator::Definition& definition);

// "Above average, seven or more in a row: improving": one figure, for the table.
std::string signal_words(const Charted& point);

char letter(const Charted& point);  // 'H' or 'L'; 0 for ordinary variation

}  // namespace assess
