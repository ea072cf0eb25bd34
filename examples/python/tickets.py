"""SiteBay's support tickets from Python, with nothing but the standard library.

    client = TicketClient("http://127.0.0.1:4010/f/api/v1")
    client.log_in("ada@example.com", "demo-password")
    for ticket in client.list():
        print(ticket["subject"])
"""

import json
import urllib.error
import urllib.parse
import urllib.request


class TicketError(Exception):
    """The service refused. `status` says how, `issues` names the fields that a 422 finds fault with."""

    def __init__(self, status, detail):
        self.status = status
        self.issues = detail if isinstance(detail, list) else []
        told = "; ".join(f"{place(issue)}: {issue['msg']}" for issue in self.issues)
        super().__init__(f"{status}: {told or detail}")


def place(issue):
    """Where a field stands, as in body.subject."""
    return ".".join(str(part) for part in issue["loc"])


class TicketClient:
    def __init__(self, base_url, token=None):
        self.base_url = base_url.rstrip("/")
        self.token = token

    def log_in(self, username, password):
        form = urllib.parse.urlencode({"username": username, "password": password}).encode()
        self.token = self._send("POST", "/auth/jwt/login", form, "application/x-www-form-urlencoded")["access_token"]

    def list(self):
        return self._send("GET", "/support/ticket")

    def get(self, ticket_id):
        return self._send("GET", f"/support/ticket/{ticket_id}")

    def create(self, team_id, subject, description):
        return self._send_json("POST", "/support/ticket", team_id=team_id, subject=subject, description=description)

    def delete(self, ticket_id):
        return self._send("DELETE", f"/support/ticket/{ticket_id}")

    def replies(self, ticket_id, page=1, size=50):
        return self._send("GET", f"/support/ticket/{ticket_id}/reply?page={page}&size={size}")

    def reply(self, ticket_id, description, resolve=False):
        return self._send_json("POST", f"/support/ticket/{ticket_id}/reply", description=description, resolve=resolve)

    def _send_json(self, method, path, **fields):
        return self._send(method, path, json.dumps(fields).encode(), "application/json")

    def _send(self, method, path, body=None, content_type=None):
        headers = {"Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if content_type:
            headers["Content-Type"] = content_type
        request = urllib.request.Request(self.base_url + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                raise TicketError(error.code, detail_of(error)) from None


def detail_of(response):
    """What an error's body says; whatever stands before the service may answer with something else than JSON."""
    text = response.read().decode("utf-8", "replace")
    try:
        return json.loads(text)["detail"]
    except (ValueError, KeyError, TypeError):
        return text[:200]
