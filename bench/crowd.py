"""Many people at once, each on a connection of their own that stays open, each doing one thing after the other: what they do is a
list of requests that the caller makes. One loop of events, no library, so that the asking costs little beside the answering."""
import asyncio, time


class Person(asyncio.Protocol):
    """Sends what `next_request()` gives until it gives None; tells `answered(status, head, body, seconds)` what came."""

    def __init__(self, doing, finished):
        self.doing, self.finished, self.buffer, self.sent, self.needs = doing, finished, b"", 0.0, None

    def connection_made(self, transport):
        self.transport = transport
        self.send()

    def send(self):
        request = self.doing.next_request()
        if request is None:
            self.transport.close()
            return
        pause, words = request
        if pause:
            asyncio.get_running_loop().call_later(pause, self.write, words)
        else:
            self.write(words)

    def write(self, words):
        self.sent = time.perf_counter()
        self.transport.write(words)

    def data_received(self, data):
        self.buffer += data
        if self.needs is None:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self.buffer[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15:].split(b"\r\n", 1)[0]) if at >= 0 else 0
            self.needs = end + 4 + length
        if len(self.buffer) < self.needs:
            return
        end = self.buffer.find(b"\r\n\r\n")
        head, body = self.buffer[:end], self.buffer[end + 4:self.needs]
        self.buffer, self.needs = self.buffer[self.needs:], None
        self.doing.answered(int(head[9:12]), head, body, time.perf_counter() - self.sent)
        self.send()

    def connection_lost(self, error):
        if not self.finished.done():
            self.finished.set_result(error)


async def _crowd(port, doings):
    loop = asyncio.get_running_loop()
    ends = []
    for doing in doings:
        finished = loop.create_future()
        ends.append(finished)
        await loop.create_connection(lambda doing=doing, finished=finished: Person(doing, finished), "127.0.0.1", port)
    return await asyncio.gather(*ends)


def together(port, doings):
    """Seconds from the first request to the last answer."""
    began = time.perf_counter()
    asyncio.run(_crowd(port, doings))
    return time.perf_counter() - began


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
