"""LG Inform Plus as a server of a test's own: `with LgInform() as service: service.address` answers metricTypes and data
in the shape that is documented, only to a request whose signature is right by the documented rule: base64 of HMAC-SHA1 of
the whole address before it. `service.mood` makes it answer in another way: a status, "malformed", "huge", "elsewhere",
"other shape", "pause once"."""
import base64, hashlib, hmac, http.server, json, threading, urllib.parse

from servers import free_port

TYPES = {"46": ("Household waste recycled", "High is good", "Public"), "47": ("Cost of waste for each home", "Low is good", "Public"),
         "48": ("Complaints upheld", "Low is good", "Restricted")}
PERIODS = ["2022/23", "2023/24"]


class LgInform:
    def __init__(self, key="AppKey123", secret="a-secret-of-the-council", areas=()):
        self.key, self.secret, self.areas, self.port = key, secret, dict(areas), free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.mood, self.asked, self.refused, self.shift = "", [], 0, 0.0

    def __enter__(self):
        service = self

        class Answering(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                service.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Answering)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def is_signed(self, path):
        before, _, signature = path.rpartition("&Signature=")
        made = hmac.new(self.secret.encode(), (self.address + before).encode(), hashlib.sha1).digest()
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(before).query)
        return asked.get("ApplicationKey") == [self.key] and urllib.parse.unquote(signature) == base64.b64encode(made).decode()

    def answer(self, to):
        self.asked.append(to.path)
        mood = self.mood
        if not self.is_signed(to.path):
            self.refused += 1
            return self.send(to, 401, b'{"message":"signature"}')
        if mood == "pause once":
            self.mood = ""
            return self.send(to, 429, b"", {"Retry-After": "1"})
        if isinstance(mood, int):
            return self.send(to, mood, b"{}", {"Retry-After": "7200"} if mood == 429 else {})
        if mood == "elsewhere":
            return self.send(to, 302, b"", {"Location": self.elsewhere})
        if mood == "malformed":
            return self.send(to, 200, b'{"rows":[{"area":')
        if mood == "other shape":
            return self.send(to, 200, b'{"error":"none of this"}')
        if mood == "huge":
            return self.send(to, 200, b'{"rows":[' + b" " * (20 << 20) + b"]}")
        place = urllib.parse.urlsplit(to.path)
        asked = urllib.parse.parse_qs(place.query)
        made = self.types() if place.path == "/metricTypes" else self.data(asked) if place.path == "/data" else None
        if mood == "breaks off" and asked.get("metricType") == ["47"]:
            return self.send(to, 500, b"")
        self.send(to, 200 if made else 404, json.dumps(made).encode())

    @staticmethod
    def send(to, status, body, headers={}):
        to.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            to.send_header(name, value)
        to.end_headers()
        try:
            to.wfile.write(body)
        except OSError:
            pass  # whoever asked has hung up: the answer was too large

    def types(self):
        return {
            "metricType-array": [{
                "identifier": number, "label": label, "polarity": polarity, "isAggregatableAreaOrDimension": False,
                "securityType": security
            } for number, (label, polarity, security) in TYPES.items()]
        }

    def data(self, asked):
        number, areas = asked["metricType"][0], asked["area"][0].split(",")
        if number not in TYPES:
            return None
        if areas == ["AllLaInCountry_England"]:
            areas = [*self.areas, "E92000001"]
        rows = [{"metricType": {"identifier": number, "label": TYPES[number][0]}, "period": {"identifier": "fi_" + period, "label": period},
                 "area": {"identifier": area, "label": self.areas.get(area, "England")}, "values": [self.value(place, period, area)]}
                for period in PERIODS for place, area in enumerate(areas)]
        return {"columns": [{"valueType": {"identifier": "raw", "label": "Raw value"}}], "rows": rows}

    def value(self, place, period, area):
        if place == 1:
            return {"value": None, "formatted": "Suppressed", "publicationStatus": "Published"}
        if place == 2:
            return {"value": None, "formatted": "Missing"}
        value = 40.25 + place + (period == PERIODS[1]) + self.shift
        return {"value": value, "formatted": f"{value:.1f}%", "source": {"label": "Defra, local authority collected waste"},
                "publicationStatus": "Provisional" if period == PERIODS[1] and place == 0 else "Published"}
