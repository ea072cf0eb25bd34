"""Records what FastAPI says to good and bad requests: the answers that the mock is held against.

    python3 -m venv fastapi-venv && fastapi-venv/bin/pip install fastapi python-multipart httpx
    fastapi-venv/bin/python packages/test-kit/test/fastapi/record.py
"""

import json
import pathlib

from fastapi.testclient import TestClient

from service import VERSIONS, service

ID = "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11"
AUTH = {"authorization": "Bearer demo-token"}
JSON = {**AUTH, "content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
TICKETS = "/support/ticket"
REPLIES = f"/support/ticket/{ID}/reply"

requests = [("GET", "/nope", {}, ""), ("GET", f"/support/ticket/{ID}", {}, ""), ("GET", "/support/ticket/x", {}, "")]

for value in ["bEARER demo-token", "Bearer  demo-token", "Basic abc", "Bearer", "Bearer wrong", "demo-token", ""]:
    requests.append(("GET", TICKETS, {"authorization": value}, ""))
for value in ["msb=demo-cookie", "a=b; msb=demo-cookie; c=d", 'msb="demo-cookie"', "msb=", "msb", "xmsb=demo-cookie"]:
    requests.append(("GET", TICKETS, {"authorization": "Bearer wrong", "cookie": value}, ""))

for value in [
    "x", "1", "%C3%A9", "-6f1c1f0e", ID, ID.upper(), ID.replace("-", ""), "{" + ID + "}", "urn:uuid:" + ID, ID[:-1], ID + "1", ID[:-1] + "g",
    "6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-1d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-9d3e0a4f5b8f2c11",
    "6f1c1f0e_3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a4-c57-9d3e-0a4f5b8f2c11", "12345678901234567890123456789012345",
    "00000000-0000-0000-0000-000000000000",
]:
    requests.append(("GET", f"/support/ticket/{value}", AUTH, ""))

for query in [
    "page=0", "page=1&size=100", "size=101", "size=1", "size=0", "page=x", "page=", "page=1.5", "page=1.0", "page=%2B1", "page=%201%20", "page=1_0", "page=007", "page=-",
    "page=1e3", "page=0x1", "page=%D9%A3", "page=-1&size=abc", "page=0&page=2", "page=2&page=0", "page=x&size=500", "size=50&other=1",
]:
    requests.append(("GET", f"{REPLIES}?{query}", AUTH, ""))
requests.append(("GET", "/support/ticket/x/reply?page=0&size=1000", AUTH, ""))

for body in [
    "", "null", "[]", "3", '"a"', "{}", "{", "[", "[1", "[1,]", "[1 2]", "nope", "tru", "-", "01", "1.", "  ", "{}x", '{"a"', '{"a":1', '{"a" 1}',
    '{"a":}', '{"a":1,}', '{"a":1 "b"}', "{'a':1}", "{1:2}", '"abc', '"\\', '"\\x"', '"\\u12"', '{"a":"\n"}', '{"a":"é', '["😀",,]', "\ufeff{}",
    '{"category":3,"description":null,"resolved":"maybe","s3_object":false,"site_live_id":"x","subject":["a"],"team_id":5}',
    '{"description":"d","resolved":2,"site_live_id":"6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11","subject":{"b":1.5},"team_id":null,"extra":1}',
    '{"resolved":null}',
    '{"description":"d","subject":"s","team_id":"6f1c1f0e3b0a4c579d3e0a4f5b8f2c11"}',
]:
    requests.append(("POST", TICKETS, JSON, body))
for headers in [AUTH, {**AUTH, "content-type": "text/plain"}, {**AUTH, "content-type": "application/problem+json; charset=utf-8"}, {"content-type": "application/json"}, {}]:
    for body in ["", "{}", "{"]:
        requests.append(("POST", TICKETS, headers, body))

for value in ['"yes"', '"ON"', '"T"', '"n"', '"1"', '" true"', '""', "0", "1", "1.0", "2", "-1", "0.5", "null", "[]", "{}", "true"]:
    requests.append(("POST", REPLIES, JSON, '{"resolve":%s}' % value))
for body in ["", "[]", '{"resolve":"x"}', '{"resolve":true,"resolve":"x"}', '{"description":1,"is_gpt_chat_message":[]}']:
    requests.append(("POST", "/support/ticket/x/reply", JSON, body))

for body in ["", "username=a", "password=b", "username=&password=b", "username=a&password=b", "username=a&username=b&password=c", "username=%FF&password=%zz"]:
    requests.append(("POST", "/auth/jwt/login", FORM, body))
requests.append(("POST", "/auth/jwt/login", JSON, '{"username":"a","password":"b"}'))
requests.append(("POST", "/auth/jwt/login", {}, ""))

client = TestClient(service(), headers={"user-agent": "record"})
exchanges = []
for method, path, headers, body in requests:
    response = client.request(method, path, headers=headers, content=body.encode() if body else None)
    answer = {"status": response.status_code}
    if response.status_code >= 400:
        answer["body"] = response.text
    exchanges.append({"method": method, "path": path, "headers": headers, "body": body, "answer": answer})

target = pathlib.Path(__file__).with_name("exchanges.ndjson")
lines = [{"recordedWith": VERSIONS}, *exchanges]
target.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
print(f"{len(exchanges)} exchanges with {VERSIONS}")
