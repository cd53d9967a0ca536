#include "collect/round_stage.h"

#include <array>

namespace collect {
namespace {

constexpr std::array<std::string_view, 5> codes = {"not_open", "proposing", "challenging", "overdue", "sealed"};

}  // namespace

RoundStage round_stage(const calendar::RoundDates& dates, bool is_sealed, kit::Moment now) {
  if (is_sealed || dates.seals <= now) return RoundStage::sealed;
  if (now < dates.opens) return RoundStage::not_open;
  if (now < dates.challenge_from) return RoundStage::proposing;
  return now < dates.agreed_by ? RoundStage::challenging : RoundStage::overdue;
}

std::string_view code(RoundStage stage) { return codes[static_cast<std::size_t>(stage)]; }

std::string words(RoundStage stage, const calendar::RoundDates& dates) {
  switch (stage) {
    case RoundStage::not_open: return "The round opens on " + dates.opens.date().words() + ".";
    case RoundStage::proposing: return "Targets are proposed now, and challenged from " + dates.challenge_from.date().words() + ".";
    case RoundStage::challenging: return "Proposals are challenged and agreed until " + dates.last_to_agree().words() + ".";
    case RoundStage::overdue:
      return "The last day to agree was " + dates.last_to_agree().words() + ". What is agreed is sealed on " +
             dates.seal_day().words() + ".";
    case RoundStage::sealed: return "The targets are sealed. One changes in the year only by a proposal with a reason.";
  }
  return {};
}

}  // namespace collect
