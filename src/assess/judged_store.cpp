#include "assess/judged_store.h"

#include "assess/picture_store.h"

namespace assess {
namespace {

std::shared_ptr<const Judged> judge_whole(std::shared_ptr<const Picture> picture, const calendar::Period& period) {
  auto judged = std::make_shared<Judged>();
  judged->all = judge_all(*picture, period);
  judged->period = period;
  judged->picture = std::move(picture);
  return judged;
}

}  // namespace

std::shared_ptr<const Judged> judged_for(const kit::Request& asked, council::Desk& desk) {
  auto picture = picture_for(asked, desk);
  const auto wanted = asked.asked("period");
  const auto period = wanted.empty() ? std::optional(newest_quarter(*picture)) : calendar::read_slug(wanted);
  if (!period) return nullptr;

  const auto name = picture->as_at.iso() + ' ' + period->iso();
  return desk.memory.get<Judged>(
      picture->version, name, [&] { return judge_whole(picture, *period); },
      [](const Judged& judged) { return judged.all.size() * sizeof(Judgement) * 2; });
}

}  // namespace assess
