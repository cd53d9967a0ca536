"""Many people at once, each on a connection of their own that stays open, each doing one thing after the other: what they do is a
list of requests that the caller makes. One loop over the sockets, no library, so that the asking costs little beside the answering."""
import heapq, select, socket, time


class Person:
    """Sends what `next_request()` gives until it gives None; tells `answered(status, head, body, seconds)` what came."""

    def __init__(self, doing, port):
        self.doing, self.buffer, self.sent, self.needs = doing, b"", 0.0, None
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.number = self.socket.fileno()

    def write(self, words):
        self.sent = time.perf_counter()
        self.socket.sendall(words)

    def has_answer(self):
        """Takes in what has come; true when an answer is whole."""
        data = self.socket.recv(1 << 18)
        if not data:
            raise SystemExit("The server closed a connection in the middle of the measure.")
        self.buffer += data
        if self.needs is None:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return False
            at = self.buffer[:end].lower().find(b"content-length:")
            self.needs = end + 4 + (int(self.buffer[at + 15:end + 2].split(b"\r\n", 1)[0]) if at >= 0 else 0)
        return len(self.buffer) >= self.needs

    def take_answer(self):
        taken = time.perf_counter() - self.sent
        end = self.buffer.find(b"\r\n\r\n")
        head, body = self.buffer[:end], self.buffer[end + 4:self.needs]
        self.buffer, self.needs = self.buffer[self.needs:], None
        self.doing.answered(int(head[9:12]), head, body, taken)


def together(port, doings):
    """Seconds from the first request to the last answer."""
    people = {person.number: person for person in (Person(doing, port) for doing in doings)}
    ready, waiting = select.epoll(), []
    for number in people:
        ready.register(number, select.EPOLLIN)

    def go_on(person):
        request = person.doing.next_request()
        if request is None:
            ready.unregister(person.number)
            del people[person.number]
            person.socket.close()
        elif request[0]:
            heapq.heappush(waiting, (time.perf_counter() + request[0], person.number, request[1]))
        else:
            person.write(request[1])

    began = time.perf_counter()
    for person in list(people.values()):
        go_on(person)
    while people:
        soonest = max(0.0, waiting[0][0] - time.perf_counter()) if waiting else -1
        for number, _ in ready.poll(soonest):
            if people[number].has_answer():
                people[number].take_answer()
                go_on(people[number])
        while waiting and waiting[0][0] <= time.perf_counter():
            _, number, words = heapq.heappop(waiting)
            people[number].write(words)
    return time.perf_counter() - began


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
