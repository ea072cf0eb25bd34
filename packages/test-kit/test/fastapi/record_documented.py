"""Records the answer to each case of docs/fastapi-answers.md into documented-answers.json.

    python3 -m venv fastapi-venv && fastapi-venv/bin/pip install fastapi python-multipart httpx
    fastapi-venv/bin/python packages/test-kit/test/fastapi/record_documented.py
"""

import base64
import json
import pathlib

from fastapi.testclient import TestClient

from service import STARLETTE, VERSIONS, service

PREFIX = "/f/api/v1"
HEADERS = ["allow", "content-type", "location"]

ID = "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11"
AUTH = {"authorization": "Bearer demo-token"}
JSON = {**AUTH, "content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
MULTIPART = {"content-type": "multipart/form-data; boundary=x"}
TICKETS = "/support/ticket"
TICKET = f"/support/ticket/{ID}"
REPLIES = f"/support/ticket/{ID}/reply"
LOGIN = "/auth/jwt/login"


def typed(content_type):
    return {**AUTH, "content-type": content_type}


def part(name, value):
    return f'--x\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'


# Where each group of cases is decided: file, then class and function.
ROUTER = "fastapi/routing.py APIRouter.app"
REDIRECT = "fastapi/routing.py APIRouter.app, starlette/responses.py RedirectResponse"
METHOD = "starlette/routing.py Route.matches, fastapi/routing.py APIRoute.handle"
BODY = "fastapi/routing.py get_request_handler"
JSON_BODY = "starlette/requests.py Request.json"
FORM_BODY = "starlette/requests.py Request._get_form"
MISSING = "fastapi/dependencies/utils.py _validate_value_with_model_field"
FIELDS = "fastapi/dependencies/utils.py _get_multidict_value"
ORDER = "fastapi/dependencies/utils.py solve_dependencies"
ENCODE = "starlette/responses.py JSONResponse.render, starlette/middleware/errors.py ServerErrorMiddleware"
BEARER = "fastapi/security/oauth2.py OAuth2PasswordBearer.__call__, fastapi_users/authentication/authenticator.py Authenticator._authenticate"
COOKIE = "starlette/requests.py cookie_parser"
CORE = "pydantic-core src/errors/types.rs"

cases = [
    # Paths
    ("path-unknown", "GET", "/nope", {}, "", ROUTER),
    ("path-unknown-with-slash", "GET", "/nope/", {}, "", ROUTER),
    ("path-case", "GET", "/Support/Ticket", AUTH, "", ROUTER),
    ("path-slash", "GET", TICKETS + "/", {}, "", REDIRECT),
    ("path-slashes", "GET", TICKETS + "//", {}, "", REDIRECT),
    ("path-slash-query", "GET", REPLIES + "/?page=2&size=%C3%A9", {}, "", REDIRECT),
    ("path-slash-encoded", "GET", "/support/ticket/%C3%A9%20%25/", {}, "", REDIRECT),
    ("path-slash-method", "PUT", TICKETS + "/", {}, "", REDIRECT),
    ("path-slash-head", "HEAD", TICKETS + "/", {}, "", REDIRECT),
    ("path-slash-body", "POST", TICKETS + "/", JSON, "{", REDIRECT),
    ("path-encoded-slash", "GET", "/support/ticket/a%2Fb", AUTH, "", ROUTER),
    ("path-encoded-letter", "GET", "/support/%74icket/x", AUTH, "", ROUTER),
    # Methods
    ("method-first-route", "PUT", TICKETS, {}, "", METHOD),
    ("method-first-of-three", "POST", TICKET, AUTH, "", METHOD),
    ("method-only-route", "GET", LOGIN, {}, "", METHOD),
    ("method-head", "HEAD", TICKETS, AUTH, "", METHOD),
    ("method-options", "OPTIONS", TICKETS, {}, "", METHOD),
    ("method-unknown", "BREW", TICKETS, {}, "", METHOD),
    ("method-before-path-value", "PUT", "/support/ticket/x", AUTH, "", METHOD),
    # JSON that cannot be read
    ("json-malformed", "POST", TICKETS, JSON, '{"subject": }', BODY),
    ("json-malformed-anonymous", "POST", TICKETS, {"content-type": "application/json"}, "{", BODY),
    ("json-malformed-path", "POST", "/support/ticket/x/reply", JSON, "{", BODY),
    ("json-trailing-comma", "POST", TICKETS, JSON, '{"subject":"s",}', BODY),
    ("json-trailing-comma-list", "POST", TICKETS, JSON, "[1,]", BODY),
    ("json-two-values", "POST", TICKETS, JSON, "{} {}", BODY),
    ("json-blank", "POST", TICKETS, JSON, " \n", BODY),
    ("json-position-in-characters", "POST", TICKETS, JSON, '{"🎫é": nope}', BODY),
    ("json-second-line", "POST", TICKETS, JSON, '{\n "a": 1\n "b": 2}', BODY),
    ("json-minus-infinity-cut", "POST", TICKETS, JSON, '{"a":-Inf}', BODY),
    ("json-utf8-invalid", "POST", TICKETS, JSON, b'{"subject":"\xff"}', JSON_BODY),
    ("json-utf8-cut", "POST", TICKETS, JSON, b'{"subject":"\xc3', JSON_BODY),
    ("json-digits", "POST", TICKETS, JSON, '{"a":' + "9" * 4301 + "}", JSON_BODY),
    ("json-digits-anonymous", "POST", TICKETS, {"content-type": "application/json"}, "-" + "1" * 4301, JSON_BODY),
    ("json-nesting", "POST", TICKETS, JSON, "[" * 2000 + "]" * 2000, JSON_BODY),
    # JSON that is read, though the standard says otherwise
    ("json-bom", "POST", TICKETS, JSON, "\ufeff[]", JSON_BODY),
    ("json-utf16", "POST", TICKETS, JSON, "[1]".encode("utf-16-le"), JSON_BODY),
    ("json-utf16-bom", "POST", TICKETS, JSON, '["é"]'.encode("utf-16"), JSON_BODY),
    ("json-utf32", "POST", TICKETS, JSON, '["é"]'.encode("utf-32-be"), JSON_BODY),
    ("json-digits-allowed", "POST", TICKETS, JSON, '{"a":' + "9" * 4300 + ',"subject":"s","description":"d"}', JSON_BODY),
    ("json-nan-ignored", "POST", REPLIES, JSON, '{"a":NaN,"b":-Infinity,"c":1e999}', JSON_BODY),
    ("json-nan-refused", "POST", REPLIES, JSON, '{"resolve":NaN}', ENCODE),
    ("json-infinity-refused", "POST", REPLIES, JSON, '{"resolve":[-Infinity]}', ENCODE),
    ("json-overflow-refused", "POST", REPLIES, JSON, '{"resolve":1e999}', ENCODE),
    ("json-nan-beside-missing", "POST", TICKETS, JSON, '{"a":NaN,"subject":"s","description":"d"}', ENCODE),
    ("json-nan-beside-other", "POST", REPLIES, JSON, '{"a":NaN,"resolve":"maybe"}', ENCODE),
    ("json-surrogate", "POST", REPLIES, JSON, '{"description":"\\ud83c"}', CORE),
    ("json-surrogate-ignored", "POST", REPLIES, JSON, '{"a":"\\udc00","resolve":"maybe"}', JSON_BODY),
    ("json-surrogate-pair", "POST", REPLIES, JSON, '{"resolve":"\\ud83c\\udfab"}', JSON_BODY),
    ("json-surrogate-key", "POST", TICKETS, JSON, '{"\\ud83c":1,"subject":"s","description":"d"}', ENCODE),
    ("json-same-key", "POST", REPLIES, JSON, '{"resolve":true,"resolve":"maybe"}', JSON_BODY),
    ("json-same-key-good", "POST", REPLIES, JSON, '{"resolve":"maybe","resolve":true}', JSON_BODY),
    ("json-big-integer", "POST", REPLIES, JSON, '{"resolve":12345678901234567890}', JSON_BODY),
    ("json-floats", "POST", TICKETS, JSON, '[1.0,-0.0,-0,1e3,1E-7,123456789012345680.0,0.1e1]', JSON_BODY),
    # Bodies that are not JSON, or not there
    ("body-missing", "POST", TICKETS, AUTH, "", MISSING),
    ("body-missing-json", "POST", TICKETS, JSON, "", MISSING),
    ("body-null", "POST", TICKETS, JSON, "null", MISSING),
    ("body-untyped", "POST", TICKETS, AUTH, "{}", BODY),
    ("body-text", "POST", TICKETS, typed("text/plain"), "hello", BODY),
    ("body-form", "POST", TICKETS, typed("application/x-www-form-urlencoded"), "subject=s", BODY),
    ("body-text-utf8-invalid", "POST", TICKETS, typed("text/plain"), b"\xff", "fastapi/encoders.py jsonable_encoder"),
    ("body-type-case", "POST", TICKETS, typed("Application/JSON;charset=latin-1"), "[]", BODY),
    ("body-type-suffix", "POST", TICKETS, typed("application/vnd.api+json"), "[]", BODY),
    ("body-type-bare", "POST", TICKETS, typed("json"), "[]", BODY),
    ("body-type-text-json", "POST", TICKETS, typed("text/json"), "[]", BODY),
    ("body-type-slashes", "POST", TICKETS, typed("application/x/y+json"), "[]", BODY),
    ("body-type-list", "POST", TICKETS, typed("application/json, text/plain"), "[]", BODY),
    ("body-not-asked-for", "GET", "/support/ticket/x", JSON, "{", BODY),
    ("body-list", "POST", TICKETS, JSON, "[]", CORE),
    ("body-fields", "POST", TICKETS, JSON, '{"subject":1,"resolved":"maybe","site_live_id":"x"}', CORE),
    # Forms
    ("form-empty", "POST", LOGIN, FORM, "", MISSING),
    ("form-empty-field", "POST", LOGIN, FORM, "username=&password=b", FIELDS),
    ("form-blank-field", "POST", LOGIN, FORM, "username=+&password=b", FIELDS),
    ("form-same-field", "POST", LOGIN, FORM, "username=a&username=&password=b", FIELDS),
    ("form-no-equals", "POST", LOGIN, FORM, "username&password=b", FORM_BODY),
    ("form-semicolon", "POST", LOGIN, FORM, "username=a;password=b", FORM_BODY),
    ("form-json", "POST", LOGIN, {"content-type": "application/json"}, '{"username":"a","password":"b"}', FORM_BODY),
    ("form-malformed-json", "POST", LOGIN, {"content-type": "application/json"}, "{", FORM_BODY),
    ("form-untyped", "POST", LOGIN, {}, "username=a&password=b", FORM_BODY),
    ("form-type-case", "POST", LOGIN, {"content-type": "Application/X-WWW-Form-Urlencoded; charset=utf-8"}, "username=a", FORM_BODY),
    ("form-too-many-fields", "POST", LOGIN, FORM, "a&" * 1001, FORM_BODY),
    ("form-multipart", "POST", LOGIN, MULTIPART, part("username", "a") + part("password", "b") + "--x--\r\n", FORM_BODY),
    ("form-multipart-missing", "POST", LOGIN, MULTIPART, part("username", "a") + "--x--\r\n", FORM_BODY),
    ("form-multipart-boundary", "POST", LOGIN, {"content-type": "multipart/form-data"}, "--x--\r\n", FORM_BODY),
    ("form-bad-credentials", "POST", LOGIN, FORM, "username=a&password=b", "fastapi_users/router/auth.py get_auth_router"),
    # Credentials
    ("credential-none", "GET", TICKETS, {}, "", BEARER),
    ("credential-wrong", "GET", TICKETS, {"authorization": "Bearer wrong"}, "", BEARER),
    ("credential-tab", "GET", TICKETS, {"authorization": "Bearer\tdemo-token"}, "", BEARER),
    ("credential-before-fields", "POST", "/support/ticket/x/reply", {"content-type": "application/json"}, "[]", ORDER),
    ("credential-cookie-twice", "GET", "/support/ticket/x", {"cookie": "msb=wrong; msb=demo-cookie"}, "", COOKIE),
    ("credential-cookie-twice-wrong", "GET", "/support/ticket/x", {"cookie": "msb=demo-cookie; msb=wrong"}, "", COOKIE),
    ("credential-cookie-quoted", "GET", "/support/ticket/x", {"cookie": 'msb="demo\\055cookie"'}, "", COOKIE),
    # Parameters
    ("parameter-path", "GET", "/support/ticket/x", AUTH, "", CORE),
    ("parameter-path-version", "GET", "/support/ticket/6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11", AUTH, "", CORE),
    ("parameter-query", "GET", REPLIES + "?page=0&size=101", AUTH, "", CORE),
    ("parameter-order", "POST", "/support/ticket/x/reply?page=0", JSON, '{"resolve":"x"}', ORDER),
    ("parameter-twice", "GET", REPLIES + "?page=2&page=0", AUTH, "", FIELDS),
    ("parameter-empty", "GET", REPLIES + "?page=", AUTH, "", FIELDS),
    ("parameter-no-equals", "GET", REPLIES + "?page", AUTH, "", FIELDS),
    ("parameter-digits", "GET", REPLIES + "?page=" + "1" * 4301, AUTH, "", CORE),
    ("parameter-big", "GET", REPLIES + "?size=12345678901234567890", AUTH, "", CORE),
    ("parameter-not-utf8", "GET", REPLIES + "?page=%FF", AUTH, "", FIELDS),
    ("parameter-plus", "GET", REPLIES + "?page=+x", AUTH, "", FIELDS),
]

client = TestClient(service(PREFIX), base_url="http://localhost", raise_server_exceptions=False, follow_redirects=False)
documented = []
for id_, method, path, headers, body, decided in cases:
    content = body.encode() if isinstance(body, str) else body
    response = client.request(method, PREFIX + path, headers=headers, content=content or None)
    sent = {"text": body} if isinstance(body, str) else {"base64": base64.b64encode(body).decode()}
    documented.append(
        {
            "id": id_,
            "method": method,
            "path": path,
            "headers": headers,
            "body": sent if body else None,
            "decided": decided,
            "answer": {
                "status": response.status_code,
                "headers": {name: response.headers[name] for name in HEADERS if name in response.headers},
                "body": response.text if response.status_code >= 300 else None,
            },
        }
    )

target = pathlib.Path(__file__).with_name("documented-answers.json")
recorded = {"recordedWith": f"{VERSIONS}, Starlette {STARLETTE}", "cases": documented}
target.write_text(json.dumps(recorded, ensure_ascii=False, indent=2) + "\n")
print(f"{len(documented)} cases with {recorded['recordedWith']}")
