"""How a team tests against the mock: start it, then run `python3 test_tickets.py http://127.0.0.1:4010`."""

import json
import sys
import unittest
import urllib.request

from tickets import TicketClient, TicketError, place

ORIGIN = sys.argv.pop(1).rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:4010"


def control(method, path, body=None):
    """Asks the mock itself, below /__mock: for a fault, a reset, the log."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{ORIGIN}/__mock{path}", data, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as response:
        text = response.read()
        return json.loads(text) if text else None


class Tickets(unittest.TestCase):
    def setUp(self):
        control("POST", "/reset", {})
        self.client = TicketClient(f"{ORIGIN}/f/api/v1")
        self.client.log_in("ada@example.com", "demo-password")
        self.team_id = self.client.list()[0]["team_id"]

    def open_ticket(self):
        return self.client.create(self.team_id, "Site is blank", "Since this morning.")

    def test_a_ticket_is_opened_found_answered_resolved_and_deleted(self):
        before = len(self.client.list())
        ticket = self.open_ticket()
        self.assertFalse(self.client.get(ticket["id"])["resolved"])
        self.assertEqual(len(self.client.list()), before + 1)

        self.client.reply(ticket["id"], "Which site is it?")
        self.client.reply(ticket["id"], "It is back, thank you.", resolve=True)
        replies = self.client.replies(ticket["id"])
        self.assertEqual([reply["description"] for reply in replies["results"]], ["Which site is it?", "It is back, thank you."])
        self.assertEqual(replies["results"][0]["user"]["email"], "ada@example.com")
        resolved = self.client.get(ticket["id"])
        self.assertTrue(resolved["resolved"])
        self.assertIsNotNone(resolved["resolved_at"])

        self.client.delete(ticket["id"])
        with self.assertRaises(TicketError) as refusal:
            self.client.get(ticket["id"])
        self.assertEqual(refusal.exception.status, 404)

    def test_a_refusal_names_each_field_that_is_wrong(self):
        with self.assertRaises(TicketError) as refusal:
            self.client.create("no-uuid", 3, "Since this morning.")
        self.assertEqual(refusal.exception.status, 422)
        self.assertEqual({place(issue) for issue in refusal.exception.issues}, {"body.team_id", "body.subject"})

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(TicketError) as refusal:
            self.client.log_in("ada@example.com", "wrong")
        self.assertEqual(str(refusal.exception), "400: LOGIN_BAD_CREDENTIALS")

    def test_the_service_has_a_bad_time_and_recovers(self):
        fault = control("POST", "/faults", {"kind": "serverError", "status": 503, "operation": "listTickets"})
        with self.assertRaises(TicketError) as refusal:
            self.client.list()
        self.assertEqual(refusal.exception.status, 503)
        control("DELETE", f"/faults/{fault['id']}")
        self.assertTrue(self.client.list())
        requests = control("GET", "/requests?operation=listTickets")["requests"]
        self.assertEqual([request["status"] for request in requests], [200, 503, 200])


if __name__ == "__main__":
    unittest.main()
