import json

from wasmtime import Engine, Instance, Module, Store


class CanCuocError(Exception):
    def __init__(self, code, detail):
        super().__init__(f"{code}: {detail}")
        self.code = code


class CanCuoc:
    """server.wasm in this process; one for each thread."""

    def __init__(self, file):
        engine = Engine()
        self.store = Store(engine)
        self.exports = Instance(self.store, Module.from_file(engine, file), []).exports(self.store)

    def call(self, name, *args):
        store, memory = self.store, self.exports["memory"]
        request = json.dumps({"call": name, "args": args}).encode()
        at = self.exports["cancuoc_alloc"](store, len(request))
        if at == 0:
            raise CanCuocError("limit.input", "the request is too large")
        memory.write(store, request, at)
        answer = self.exports["cancuoc_call"](store, at, len(request)) & 0xFFFF_FFFF_FFFF_FFFF
        start, length = answer >> 32, answer & 0xFFFF_FFFF
        text = memory.read(store, start, start + length)
        self.exports["cancuoc_free"](store, at, len(request))
        self.exports["cancuoc_free"](store, start, length)
        answer = json.loads(bytes(text))
        if "error" in answer:
            raise CanCuocError(**answer["error"])
        return answer["ok"]
