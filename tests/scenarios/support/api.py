"""A client of the JSON API that holds every answer against the API's own document."""

import dataclasses
import http.client
import json
import re

import jsonschema


@dataclasses.dataclass
class Answer:
    status: int
    headers: dict  # names in lower case
    body: object   # parsed where it is JSON, else text

    def __getitem__(self, name):
        return self.body[name]


class Document:
    """What `tellfirst openapi` prints."""

    def __init__(self, document):
        self.document = document
        self._resolver = jsonschema.RefResolver.from_schema(document)

    def check(self, method, path, answer):
        """Fails where the answer is not one that the document announces."""
        operation = self._operation(method, path)
        if operation is None:
            # An address that there is none of has no entry, but its refusal has a known shape.
            assert answer.status in (404, 405), f"{method} {path} is not in the API document"
            return
        responses = operation["responses"]
        response = responses.get(str(answer.status), responses.get("default"))
        assert response is not None, f"{method} {path}: {answer.status} is not in the API document"
        response = self._resolved(response)
        media = answer.headers.get("content-type", "").partition(";")[0]
        content = response.get("content", {})
        if not content and not answer.body:
            return
        assert media in content, f"{method} {path}: {media!r} is not one of {sorted(content)}"
        schema = content[media].get("schema")
        if schema is not None and media.endswith("json"):
            jsonschema.Draft202012Validator(
                schema, resolver=self._resolver,
                format_checker=jsonschema.FormatChecker()).validate(answer.body)

    def _operation(self, method, path):
        for template, item in self.document["paths"].items():
            pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template))
            if re.fullmatch(pattern, path) and method.lower() in item:
                return item[method.lower()]
        return None

    def _resolved(self, node):
        return self._resolver.resolve(node["$ref"])[1] if "$ref" in node else node


class Api:
    """`post`, `get`, ... answer an Answer; `expect` is the status that must come."""

    def __init__(self, port, token=None, document=None):
        self.port, self.token, self.document = port, token, document

    def request(self, method, path, body=None, expect=None, headers=None):
        sent = {"Accept": "application/json", **(headers or {})}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
            body = body if isinstance(body, (str, bytes)) else json.dumps(body)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, sent)
            raw = connection.getresponse()
            text = raw.read().decode()
            names = {name.lower(): value for name, value in raw.getheaders()}
        finally:
            connection.close()
        is_json = names.get("content-type", "").partition(";")[0].endswith("json")
        answer = Answer(raw.status, names, json.loads(text) if is_json and text else text)
        if self.document is not None and path.startswith("/api/"):
            self.document.check(method, path.partition("?")[0], answer)
        if expect is not None:
            assert answer.status == expect, f"{method} {path}: {answer.status}, not {expect}\n{text}"
        return answer

    def get(self, path, expect=200, **options):
        return self.request("GET", path, None, expect, **options)

    def post(self, path, body=None, expect=201, **options):
        return self.request("POST", path, {} if body is None else body, expect, **options)

    def put(self, path, body, expect=200, **options):
        return self.request("PUT", path, body, expect, **options)

    def patch(self, path, body, expect=200, **options):
        return self.request("PATCH", path, body, expect, **options)

    def delete(self, path, expect=204, **options):
        return self.request("DELETE", path, None, expect, **options)

    def items(self, path):
        """All items of a list, page after page."""
        found, cursor = [], ""
        while cursor is not None:
            joint = "&" if "?" in path else "?"
            page = self.get(path + (f"{joint}after={cursor}" if cursor else ""))
            found += page["items"]
            cursor = page["next"]
        return found
