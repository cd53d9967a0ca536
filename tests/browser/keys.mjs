// What has the focus, and going to something by Tab.
export const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    label: one.getAttribute('aria-label') ?? one.textContent.trim(), isDrawn: one instanceof SVGElement,
    name: one.tagName.toLowerCase(), text: one.textContent.trim(), href: one.getAttribute('href'), field: one.getAttribute('name'),
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
});

// Presses Tab until `wanted` has the focus; fails when it is never reached.
export async function tabTo(page, wanted, most = 400) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now && wanted(now)) return now;
  }
  throw new Error('Tab does not lead there');
}
