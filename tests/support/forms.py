"""Reads the forms of a page as a browser without scripts does: `forms_in(html)`, `form.fill(...)`, `form.fields("Save")`."""
import html.parser


class Form:
    def __init__(self, attributes):
        self.action, self.method = attributes.get("action") or "", (attributes.get("method") or "get").lower()
        self.values, self.choices, self.buttons = [], {}, []  # values: [name, value] in the order of the page

    def names(self):
        return {name for name, _ in self.values} | set(self.choices)

    def value(self, name):
        return next((value for known, value in self.values if known == name), None)

    def fill(self, **fields):
        return self.fill_all(fields)

    def fill_all(self, fields):
        """A field that the form does not have is a fault of the test, or of the page."""
        for name, value in fields.items():
            if name not in self.names():
                raise AssertionError(f"The form {self.action} has no field {name}: {sorted(self.names())}")
            wanted = [str(one) for one in (value if isinstance(value, list) else [value])]
            if name in self.choices and not set(wanted) <= set(self.choices[name]):
                raise AssertionError(f"The field {name} of {self.action} does not offer {value!r}: {self.choices[name]}")
            self.values = [one for one in self.values if one[0] != name] + [[name, one] for one in wanted]
        return self

    def button(self, words):
        """The button whose text holds the words; the first when there are none."""
        found = [one for one in self.buttons if words.lower() in one["text"].lower()]
        if not found:
            raise AssertionError(f"The form {self.action} has no button {words!r}: {[one['text'] for one in self.buttons]}")
        return found[0]

    def fields(self, words=""):
        pressed = self.button(words) if self.buttons else {}
        return self.values + ([[pressed["name"], pressed["value"]]] if pressed.get("name") else [])


class _Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.links, self.text, self.title = [], [], [], ""
        self.form = self.select = self.area = self.pressed = None
        self.option = None
        self.silent = 0

    def handle_starttag(self, tag, listed):
        at = dict(listed)
        if tag in ("script", "style", "svg"):
            self.silent += 1
        if tag == "a" and at.get("href"):
            self.links.append(at["href"])
        if tag == "form":
            self.form = Form(at)
            self.forms.append(self.form)
        if self.form is None or "disabled" in at:
            return
        if tag == "input":
            self.input(at)
        elif tag == "textarea":
            self.area = [at.get("name"), ""]
        elif tag == "select":
            self.select = at.get("name")
            self.form.choices[self.select] = []
        elif tag == "option" and self.select:
            self.option = [at.get("value"), "selected" in at, ""]
        elif tag == "button":
            self.pressed = {"name": at.get("name"), "value": at.get("value") or "", "text": "", "action": at.get("formaction")}
            self.form.buttons.append(self.pressed)

    def input(self, at):
        name, kind = at.get("name"), (at.get("type") or "text").lower()
        if not name or kind in ("submit", "file"):
            return
        if kind in ("radio", "checkbox"):
            self.form.choices.setdefault(name, []).append(at.get("value") or "on")
            if "checked" not in at:
                return
        self.form.values.append([name, at.get("value") or ("on" if kind in ("radio", "checkbox") else "")])

    def handle_endtag(self, tag):
        if tag in ("script", "style", "svg"):
            self.silent -= 1
        if tag == "form":
            self.form = None
        elif tag == "textarea" and self.area:
            self.form.values.append([self.area[0], self.area[1].removeprefix("\n")])
            self.area = None
        elif tag == "option" and self.option:
            self.end_option()
        elif tag == "select":
            offered = self.form and self.form.choices.get(self.select)
            if offered and self.form.value(self.select) is None:
                self.form.values.append([self.select, offered[0]])
            self.select = None
        elif tag == "button":
            self.pressed = None

    def end_option(self):
        value, selected, text = self.option
        value = text.strip() if value is None else value
        self.form.choices[self.select].append(value)
        if selected:
            self.form.values.append([self.select, value])
        self.option = None

    def handle_data(self, said):
        if self.area:
            self.area[1] += said
            return
        if self.option:
            self.option[2] += said
        if self.pressed:
            self.pressed["text"] += said
        if not self.silent:
            self.text.append(said)


def read(html_text):
    """(forms, links, words) of a page."""
    reader = _Reader()
    reader.feed(html_text)
    reader.close()
    return reader.forms, reader.links, " ".join(" ".join(reader.text).split())
