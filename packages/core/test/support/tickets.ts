import type { Ticket, TicketReply } from "../../src/index.ts";

const reply: TicketReply = {
  created_at: "2026-02-03T10:02:41Z",
  description: "Corrected.",
  id: "c7b0a0ce-77f5-4d8c-9a3b-1f2e3d4c5b6a",
  is_gpt_chat_message: false,
  user: {
    created_at: "2024-11-19T08:00:00Z",
    email: "grace@example.com",
    first_name: "Grace",
    full_name: "Grace Weber",
    id: "1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d",
    is_payment_verified: true,
    last_name: null,
    posthog_user_id: null,
  },
};

/** Different tickets that fit the spec. */
export function someTickets(count: number): Ticket[] {
  return Array.from({ length: count }, (_, i) => ({
    created_at: "2026-02-03T09:15:27.104233",
    description: 'Blank — “leer” \\ "{[]}" 🙂',
    id: `6f1c1f0e-3b0a-4c57-9d3e-${String(i).padStart(12, "0")}`,
    is_openai_thread: false,
    messages_remaining: 20,
    resolved: false,
    subject: `Site ${i} is blank`,
    team_id: "0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02",
    ticket_replies: [reply],
  }));
}

/** Different replies that fit the spec. */
export function someReplies(count: number): TicketReply[] {
  return Array.from({ length: count }, (_, i) => ({ ...reply, description: `Reply ${i}` }));
}

export const [ticket] = someTickets(1) as [Ticket];
