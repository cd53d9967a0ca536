#!/bin/sh
# Makes the style sheet from src/parts/style and the GOV.UK components in use, and the look of reports in Word: build_static.sh BUILD_FOLDER (build by default).
set -eu
cd "$(dirname "$0")/.."
out=${1:-build}/static
test -d node_modules/sass || npm ci --omit=optional
mkdir -p "$out"
node_modules/.bin/sass --quiet-deps --style=compressed --no-source-map --load-path=node_modules src/parts/style/goldenthread.scss |
  python3 tools/trim_css.py . > "$out/goldenthread.css.part"
# The build embeds what lies here: a sheet that has not changed keeps its time, so nothing is built again for it.
if cmp -s "$out/goldenthread.css.part" "$out/goldenthread.css"; then
  rm "$out/goldenthread.css.part"
else
  mv "$out/goldenthread.css.part" "$out/goldenthread.css"
fi
python3 tools/word_styles.py "$out/report-styles.docx"
