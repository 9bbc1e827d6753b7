"""Answers the requests of a file, one a line, by server.wasm in wasmtime: answers.py <server.wasm> <requests>."""

import json
import sys

from host import CanCuoc, CanCuocError

server = CanCuoc(sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    request = json.loads(line)
    try:
        answer = {"ok": server.call(request["call"], *request["args"])}
    except CanCuocError as error:
        answer = {"error": {"code": error.code}}
    print(json.dumps(answer))
