"""Someone with a browser but no scripts: keeps cookies, follows where a form leads, fills in what the page offers."""
import http.client, json, urllib.parse

import forms


class Page:
    def __init__(self, status, headers, body, path):
        self.status, self.headers, self.body, self.path = status, headers, body, path
        self._read = None

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.text)

    def _parts(self):
        self._read = self._read or forms.read(self.text)
        return self._read

    @property
    def forms(self):
        return self._parts()[0]

    @property
    def links(self):
        return self._parts()[1]

    @property
    def words(self):
        return self._parts()[2]

    def form(self, holds="", field=""):
        """The form that leads to an address with `holds` in it, and has the field; a relative action leads to the page itself."""
        for one in self.forms:
            if holds in (one.action or self.path) and (not field or field in one.names()) and one.method == "post":
                return one
        raise AssertionError(f"{self.path} ({self.status}) has no form to {holds!r} with {field!r}: "
                             f"{[(one.action, sorted(one.names())) for one in self.forms]}\n{self.words[:1500]}")


class Visitor:
    def __init__(self, address, name="", headers=None, source=None):
        self.at, self.name, self.cookies, self.always = urllib.parse.urlsplit(address), name, {}, headers or {}
        self.source = (source, 0) if source else None  # an address of this machine to come from
        self.connection = None

    def __del__(self):
        self.close()

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        """One request; no redirect is followed."""
        sent = {**self.always, **(headers or {})}
        if self.cookies and "Cookie" not in sent:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self._answer(method, path, body, sent)
        page = Page(answer.status, answer.headers, answer.read(), path)
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self._keep(cookie)
        return page

    def _answer(self, method, path, body, sent):
        fresh = self.connection is None
        self.connection = self.connection or http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=60,
                                                                        source_address=self.source)
        try:
            self.connection.request(method, path, body=body, headers=sent)
            return self.connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.close()
            if fresh or method != "GET":
                raise
            return self._answer(method, path, body, sent)

    def _keep(self, cookie):
        first, *rest = cookie.split(";")
        name, _, value = first.partition("=")
        if value == "" or any(part.strip().lower() == "max-age=0" for part in rest):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path, **headers):
        page = self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return self._follow(page)

    def _follow(self, page):
        for _ in range(5):
            if page.status not in (301, 302, 303, 307, 308):
                return page
            page = self.ask("GET", urllib.parse.urljoin(page.path, page.headers["Location"]))
        raise AssertionError(f"{page.path} leads in a circle")

    def post(self, path, fields, follow=True, headers=None):
        body = urllib.parse.urlencode([tuple(one) for one in (fields.items() if isinstance(fields, dict) else fields)])
        page = self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})
        return self._follow(page) if follow else page

    def submit(self, page, form, button="", follow=True):
        pressed = form.button(button) if form.buttons else {}
        where = urllib.parse.urljoin(page.path, pressed.get("action") or form.action or page.path)
        return self.post(where, form.fields(button), follow)

    def upload(self, page, form, field, name, content, button=""):
        """Sends a file with the form's other fields."""
        edge = "edge-of-a-part-5f2c1"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in form.fields(button)
        ]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
                     f"Content-Type: application/octet-stream\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode())
        where = urllib.parse.urljoin(page.path, form.action or page.path)
        return self._follow(self.ask("POST", where, b"".join(parts), {"Content-Type": f"multipart/form-data; boundary={edge}"}))
