"""Records what pydantic makes of many values of each type that a schema of the spec can express: the verdicts
that the mock's judging is held against.

    python3 -m venv fastapi-venv && fastapi-venv/bin/pip install fastapi email-validator
    fastapi-venv/bin/python packages/test-kit/test/fastapi/record_verdicts.py
"""

import json
import pathlib
from datetime import date, datetime
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal, Optional, Union
from uuid import UUID

import pydantic
from pydantic import UUID4, AnyUrl, BaseModel, ConfigDict, EmailStr, Field, TypeAdapter


class Colour(Enum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Point(BaseModel):
    x: int
    y: Annotated[int, Field(ge=0)] = 0


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")
    x: int
    label: Optional[str] = None


class Loose(BaseModel):
    model_config = ConfigDict(extra="allow")
    x: int


class Line(BaseModel):
    name: Annotated[str, Field(min_length=1)]
    points: Annotated[list[Point], Field(min_length=2)]
    centre: Optional[Point] = None


ANY = ["null", "true", "1", "1.5", '"a"', "[]", "{}"]
INTEGERS = ANY + [
    "0", "-1", "2", "10", "11", "1.0", "-0.0", "1e2", "1e400", "NaN", "12345678901234567890", "9007199254740993", "1e25",
    '"1"', '" 7 "', '"+3"', '"-3"', '"--3"', '"1_0"', '"1__0"', '"_1"', '"1_"', '"1.0"', '"1.00"', '"1."', '".0"', '"1.5"', '"007"', '"-0"',
    '"1e2"', '"0x1"', '"٣"', '""', '" "', '"\\t5\\n"', '"5\\u00a0"', '"12345678901234567890"', '"- 1"', '"1 0"', '"0.0"', '"+"', '"1_0.0"', '"1.0_0"', '"١"',
]
FLOATS = ANY + [
    "0", "-0.0", "0.5", "0.4", "0.6", "10", "10.5", "1e400", "NaN", "-Infinity", "12345678901234567890", '"1"', '" 1.5 "', '"+1.5"', '"1e3"', '"1_0.5"', '"1__0"', '"_1"',
    '"1_"', '"1_.5"', '"1._5"', '".5"', '"5."', '"."', '"inf"', '"-Infinity"', '"nan"', '"NaN"', '"infinit"', '"0x10"', '""', '" "', '"1,5"', '"1e400"', '"1e"', '"٣"', '"+-1"',
]
STRINGS = ANY + ['""', '"ab"', '"abc"', '"abcd"', '"abcde"', '"ABC"', '"😀😀"', '"😀😀😀😀😀"', '"a\\nb"', '"abc\\n"', '"\\ud800"', '" abc "']
UUIDS = ANY + [
    f'"{text}"' for text in [
        "", "x", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "6F1C1F0E3B0A4C579D3E0A4F5B8F2C11", "{6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11}", "{6f1c1f0e3b0a4c579d3e0a4f5b8f2c11}",
        "urn:uuid:6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "URN:UUID:6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "urn:uuid:6f1c1f0e3b0a4c579d3e0a4f5b8f2c11",
        "{urn:uuid:6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11}", "6f1c1f0e-3b0a-1c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-7c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-1d3e-0a4f5b8f2c11",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c1", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c111",
        " 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c1é", "é", "{", "{}", "{x}", "{6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11}",
        "6f1c1f0e-3b0a-4c579d3e-0a4f5b8f2c11", "-", "----", "6f1c1f0-e3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e3b0a4c579d3e0a4f5b8f2c1", "6f1c1f0e3b0a4c579d3e0a4f5b8f2c111", "urn:uuid:", "urn:uuid:x",
        "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11-", "-6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e--3b0a-4c57-9d3e0a4f5b8f2c11", "6f1c1f0e3b0a4c579d3e0a4f5b8f2c1é", "0123456789abcdef",
        "gf1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11", "6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c1😀",
    ]
]
BOOLEANS = ANY + [
    "false", "0", "2", "-1", "0.0", "1.0", "2.0", "NaN", "1e400", '"true"', '"TRUE"', '"tRuE"', '"t"', '"yes"', '"Y"', '"on"', '"1"', '"false"', '"F"', '"no"', '"n"', '"off"', '"0"', '""', '" true"', '"2"',
    '"1.0"', '"ja"', "12345678901234567890",
]
TIMES = ANY + [
    "0", "-1", "1700000000", "1700000000.5", "1700000000.123456", "1700000000000", "20000000000", "20000000001", "-20000000001", "253402300799", "1e400", "NaN", "1e20", "-1e20", "-62167219200001", "-62135596800000", "-0.5", "1700000000.1234567", "1.9999999", "12345678901234567890",
    *(f'"{text}"' for text in [
        "", " ", "2024", "2024-01", "2024-01-0", "2024-01-02", "2024-01-02 ", " 2024-01-02", "2024-01-02T", "2024-01-02T0", "2024-01-02T03", "2024-01-02T03:", "2024-01-02T03:04", "2024-01-02T03:04Z",
        "2024-01-02T03:04:", "2024-01-02T03:04:05", "2024-01-02 03:04:05", "2024-01-02_03:04:05", "2024-01-02t03:04:05z", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05+00:00", "2024-01-02T03:04:05-00:00",
        "2024-01-02T03:04:05+0200", "2024-01-02T03:04:05+02", "2024-01-02T03:04:05+02:00", "2024-01-02T03:04:05-23:59", "2024-01-02T03:04:05+24:00", "2024-01-02T03:04:05+02:60", "2024-01-02T03:04:05 +02:00",
        "2024-01-02T03:04:05.1", "2024-01-02T03:04:05.", "2024-01-02T03:04:05.123456Z", "2024-01-02T03:04:05.1234567", "2024-01-02T03:04:05.123456789Z", "2024-01-02T03:04:05,5", "2024-01-02T03:04:05.000Z",
        "2024-01-02T03:04:60", "2024-01-02T03:60:00", "2024-01-02T24:00:00", "2024-13-02T00:00:00", "2024-00-02T00:00:00", "2024-02-30T00:00:00", "2023-02-29", "2024-02-29", "2024-01-32", "2024-01-00",
        "0000-01-01", "0001-01-01T00:00:00", "9999-12-31T23:59:59.999999Z", "10000-01-01", "2024-1-2", "2024/01/02", "20240102", "20240102T030405", "2024-01-02X03:04:05", "2024-01-02T03-04-05", "2024-01-02T03:04:05X",
        "2024-01-02T03:04:05ZZ", "2024-01-02T03:04:05+", "2024-01-02T03:04:05+2", "2024-01-02T03:04:05+02:", "2024-01-02T03:04:05+02:0", "2024-01-02T03:04:05+0x:00", "x", "not a time", "yesterday at noon", "2x24-01-02",
        "2024x01-02", "2024-x1-02", "2024-01x02", "2024-01-x2", "2024-01-02Tx3:04", "2024-01-02T03x04", "2024-01-02T03:x4", "2024-01-02T03:04x05", "2024-01-02T03:04:x5", "2024-01-02T03:04:05.x", "1700000000", "1700000000.5",
        "-1700000000", "-62167219200", "-62167219201000", "+1700000000", "1700000000000", "1e9", "17000000000000000000000", "NaN", "inf", "2024-01-02T00:00:00", "2024-01-02T00:00:00Z", "2024-01-02T00:00:00.000001", "2024-01-02T00:00:01", "２０２４-01-02", "é",
    ]),
    "86400", "172800", "86401", "86400.0", '"86400"', '"86401"', "-86400", "1704153600000", "2932896000000",
]
EMAILS = ANY + [
    f'"{text}"' for text in [
        "", "@", "a", "a@", "@b.co", "a@b", "a@b.co", "A@B.CO", "a@b.co ", " a@b.co", "a@b@c.co", "a b@c.co", "a@b c.co", "a@b..co", "a@.b.co", "a@b.co.", "a@b.", ".a@b.co", "a.@b.co", "a..b@c.co", "a+tag@b.co",
        "a@-b.co", "a@b-.co", "a@b.c-", "a@b_c.co", "a@b.c", "a@b.1", "a@localhost", "a@b.local", "a@b.test", "a@b.invalid", "a@example.com", "a@b.example", "a@[127.0.0.1]", "a@127.0.0.1", "Ann <a@b.co>", "<a@b.co>", "é@b.co",
        "a@é.co", "a@B\\u00dcCHER.de", "a\\n@b.co", "a@b\\n.co", "a@b.co\\n", "a(b)@c.co", "a,b@c.co", "a;b@c.co", "a:b@c.co", "\\\"a b\\\"@c.co", "a!#$%&'*+-/=?^_`{|}~@b.co", "a@b.xn--", "a@" + "b" * 64 + ".co",
        "a" * 65 + "@b.co", "a@" + "b." * 130 + "co", "a@b,co", "a@b!.co", "a@b/c.co", "a\\u0000@b.co", "a@b.arpa", "a@onion", "a@x.onion", "a@b--c.co", "a@bc--d.co", "grace@example.com", "a@sub.example.co.uk", "a@b.co,c@d.co",
    ]
]
URLS = ANY + [
    f'"{text}"' for text in [
        "", " ", "x", "example.com", "/path", "//example.com", "?q", "http:", "http:/", "http://", "http:///", "http://example.com", "HTTP://EXAMPLE.COM/A?b#c", " http://example.com ", "http://example.com:80/", "http://example.com:99999", "http://a:65535", "http://a:65536",
        "http://example.com:x", "http://exa mple.com", "http://example.com/a b", "http://[::1]/", "http://[::1", "http://1.2.3.4", "http://1.2.3.256", "http://1.2.3.4.5", "http://user:pass@example.com", "http://@/", "mailto:a@b.co", "ftp://a",
        "file:///etc/hosts", "file://", "data:,x", "urn:x:y", "javascript:alert(1)", "http://é.de/é?é", "http://ex%41mple.com", "http://%zz", "http://a<b", "http://a^b", "1http://a", "ht!tp://a", "://a", "http://a..b", "http://-a-",
        "http://a_b.co", "http:example.com", "http:\\\\\\\\example.com", "http://example.com/../a/./b", "http://exam\\nple.com", "s3://bucket/key", "http://a:", "http://0x7f.1", "postgres://u@h/d", "foo://a b", "foo://h:x", "foo://[x]/", "foo://", "blob:x", "http://a:080/", "//", "http://a b@c/", "custom:", "a:b", "http://*", "http://%00",
    ]
]
LISTS = ANY + ["[1]", "[1,2]", "[1,2,3]", "[1,2,3,4]", "[1,2,3,4,5,6]", '["x"]', '["x",1,"y"]', '["x","y","z",1,2,"w"]', "[null]", "[[1]]", '{"0":1}', '"12"', '["1",2.0]', '[1,2,3,"x",5]', '["x",2,3,4,5]']
MODELS = ANY + [
    '{"x":1}', '{"x":"1","y":"2"}', '{"y":-1}', '{"x":null,"y":null}', '{"x":"a","y":"b"}', '{"x":1,"z":2}', '{"z":1,"a":2}', '{"x":1,"label":null}', '{"x":1,"label":3,"other":[1]}', '{"X":1}',
]
LINES = ANY + [
    '{"name":"n","points":[{"x":1},{"x":2}]}', '{"name":"","points":[]}', '{"name":"n","points":[{"x":"a"},{"y":-1},3]}', '{"name":"n","points":[{"x":1}],"centre":{}}', '{"points":{},"centre":[]}',
    '{"name":"n","points":[{"x":1},{"x":2}],"centre":null}', '{"name":"n","points":[{"x":1},{"x":2}],"centre":{"x":3,"y":4}}',
]
CHOICES = ANY + ['"red"', '"RED"', '"blue"', '" red"', '"yellow"', "2", "3", "1.0", "2.0", '"1"', '"2"', "false", '["red"]', "0", "0.5", '"true"']
UNIONS = ANY + ['"1"', '"x"', "2", "2.0", "-1", '"abcdef"', '"-5"', "0.5", '"yes"', '"1.5"', "[1]", '["a"]', '{"x":1}']

types: list[tuple[str, Any, list[str]]] = [
    ("integer", int, INTEGERS),
    ("integer between", Annotated[int, Field(ge=1, le=10)], INTEGERS),
    ("integer within", Annotated[int, Field(gt=1, lt=10)], INTEGERS),
    ("integer multiple", Annotated[int, Field(multiple_of=5, ge=7)], INTEGERS),
    ("integer or null", Optional[Annotated[int, Field(ge=1)]], INTEGERS),
    ("number", float, FLOATS),
    ("number between", Annotated[float, Field(ge=0.5, le=10)], FLOATS),
    ("number within", Annotated[float, Field(gt=0.5, lt=10)], FLOATS),
    ("number multiple", Annotated[float, Field(multiple_of=0.5)], FLOATS),
    ("boolean", bool, BOOLEANS),
    ("boolean or null", Optional[bool], BOOLEANS),
    ("string", str, STRINGS),
    ("string length", Annotated[str, Field(min_length=2, max_length=4)], STRINGS),
    ("string length one", Annotated[str, Field(min_length=1, max_length=1)], STRINGS),
    ("string pattern", Annotated[str, Field(pattern="^[a-z]+$")], STRINGS),
    ("string pattern within", Annotated[str, Field(pattern="b", min_length=2)], STRINGS),
    ("string or null", Optional[Annotated[str, Field(max_length=3)]], STRINGS),
    ("uuid", UUID, UUIDS),
    ("uuid4", UUID4, UUIDS),
    ("uuid4 or null", Optional[UUID4], UUIDS),
    ("date-time", datetime, TIMES),
    ("date-time or null", Optional[datetime], TIMES),
    ("date", date, TIMES),
    ("email", EmailStr, EMAILS),
    ("uri", AnyUrl, URLS),
    ("list", list[int], LISTS),
    ("list of any", list[Any], LISTS),
    ("list size", Annotated[list[int], Field(min_length=2, max_length=3)], LISTS),
    ("list size one", Annotated[list[int], Field(min_length=1, max_length=1)], LISTS),
    ("list or null", Optional[Annotated[list[Annotated[int, Field(ge=2)]], Field(min_length=1)]], LISTS),
    ("model", Point, MODELS),
    ("model that forbids others", Strict, MODELS),
    ("model that keeps others", Loose, MODELS),
    ("model or null", Optional[Point], MODELS),
    ("model of models", Line, LINES),
    ("dictionary", dict[str, Any], MODELS),
    ("dictionary of integers", dict[str, int], MODELS),
    ("enum", Colour, CHOICES),
    ("enum of integers", Level, CHOICES),
    ("enum or null", Optional[Colour], CHOICES),
    ("const", Literal["red"], CHOICES),
    ("const integer", Literal[1], CHOICES),
    ("const true", Literal[True], CHOICES),
    ("const or null", Optional[Literal["red"]], CHOICES),
    ("anything", Any, ANY),
    ("union of string and integer", Union[str, int], UNIONS),
    ("union of integer and boolean", Union[int, bool], UNIONS),
    ("union with limits", Union[Annotated[int, Field(ge=0)], Annotated[str, Field(max_length=3)]], UNIONS),
]


def in_the_contract_s_form(schema: Any, definitions: dict[str, Any]) -> Any:
    """References put in place and `anyOf` of plain types written as a list of types, as the generator has them."""
    if isinstance(schema, list):
        return [in_the_contract_s_form(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return in_the_contract_s_form(definitions[schema["$ref"].split("/")[-1]], definitions)
    result = {key: in_the_contract_s_form(value, definitions) for key, value in schema.items() if key not in ("$defs", "title", "anyOf")}
    for option in in_the_contract_s_form(schema.get("anyOf", []), definitions):
        kinds = [*result.get("type", []), option["type"]]
        result = {**result, **option, "type": kinds}
    return result


verdicts = []
for name, annotation, inputs in types:
    adapter = TypeAdapter(annotation)
    described = adapter.json_schema()
    schema = in_the_contract_s_form(described, described.get("$defs", {}))
    verdicts.append({"of": name, "schema": schema})
    for text in inputs:
        verdict: dict[str, Any] = {"of": name, "input": text}
        try:
            # As FastAPI calls it (fastapi/_compat/v2.py, ModelField.validate).
            value = adapter.validate_python(json.loads(text), from_attributes=True)
            # A text with half a surrogate pair is taken, but cannot be written out.
            verdict["value"] = value if isinstance(value, str) else json.loads(adapter.dump_json(value))
        except pydantic.ValidationError as error:
            # `input` is left out: it is the input, or what `loc` leads to in it.
            entries = error.errors(include_url=False, include_input=False)
            verdict["errors"] = [{key: entry[key] for key in ("type", "loc", "msg", "ctx") if key in entry} for entry in entries]
        verdicts.append(verdict)

target = pathlib.Path(__file__).with_name("verdicts.ndjson")
lines = [{"recordedWith": f"pydantic {pydantic.VERSION}"}, *verdicts]
target.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).replace("\ud800", "\\ud800"))
print(f"{len(verdicts) - len(types)} verdicts with pydantic {pydantic.VERSION}")
