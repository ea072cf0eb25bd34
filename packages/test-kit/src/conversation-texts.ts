/** What people write to a help desk about one subject. `{site}` stands for a site's name. */
export interface Topic {
  readonly category: string | null;
  readonly requests: readonly [Request, ...Request[]];
  readonly answers: Texts;
  readonly followUps: Texts;
}

interface Request {
  readonly subject: string;
  readonly description: string;
}

type Texts = readonly [string, ...string[]];

export const topics: readonly [Topic, ...Topic[]] = [
  {
    category: "billing",
    requests: [
      {
        subject: "Invoice lists a site we removed",
        description: "The last invoice still contains {site}, which we removed weeks ago. Could you correct it?",
      },
      {
        subject: "Charged twice for {site}",
        description: "Our card shows two payments on the same day, both for {site}. One of them must be a mistake.",
      },
      {
        subject: "Receipt with our tax number",
        description: "Our accountant asks for a receipt that shows our tax number. Where can I add it?",
      },
    ],
    answers: [
      "I found the second payment and sent it back. It takes about five working days to arrive.",
      "You are right, the line should not be there. A corrected invoice is on its way to you.",
    ],
    followUps: ["The refund has arrived.", "Could the corrected invoice also carry our tax number?"],
  },
  {
    category: "performance",
    requests: [
      {
        subject: "{site} is slow since Monday",
        description: "Since Monday morning every page of {site} takes about ten seconds. We changed nothing.",
      },
      {
        subject: "Slow only for visitors from abroad",
        description: "Visitors from overseas tell us that {site} hardly loads. From our office it is fine.",
      },
    ],
    answers: [
      "A plugin asks the database for everything on each visit. I switched its report off; is it better now?",
      "The cache was bypassed by a cookie. I excluded that cookie, so pages are cached again.",
    ],
    followUps: ["Much faster, yes.", "The front page is quick now, the shop is not.", "Same as before, I am afraid."],
  },
  {
    category: "domains",
    requests: [
      {
        subject: "Certificate warning on {site}",
        description: "Browsers warn about the certificate of {site}, but only with www in front.",
      },
      {
        subject: "Moving {site} to a new domain",
        description: "We bought a shorter domain and would like {site} to answer there, with the old one redirecting.",
      },
    ],
    answers: [
      "The www name was missing from the certificate. A new one is installed.",
      "Please point the new name at the address in your dashboard; I will do the rest tonight.",
    ],
    followUps: ["Done, the record is set.", "The warning is gone. Thanks!", "How long does that usually take?"],
  },
  {
    category: "wordpress",
    requests: [
      {
        subject: "Blank page after an update",
        description: "After last night's plugin update {site} shows nothing but a white page.",
      },
      {
        subject: "Cannot log in to the editor",
        description: "The editor of {site} sends me back to the login form, again and again.",
      },
    ],
    answers: [
      "Two plugins load the same library. I went back to the earlier version of one of them.",
      "Your session cookie was set for the old domain. Please sign out everywhere and try again.",
    ],
    followUps: ["It works again, but may I update it later?", "Signed out and in: fine now."],
  },
  {
    category: "backups",
    requests: [
      {
        subject: "Restore yesterday's backup",
        description: "A colleague deleted a whole category by accident. Can {site} be put back to yesterday evening?",
      },
      {
        subject: "Backup of {site} failed",
        description: "The dashboard says that the backup of {site} failed three nights in a row.",
      },
    ],
    answers: [
      "I restored it beside the live site, so that you can compare before we swap them.",
      "The disk was full of old exports. With those gone, tonight's backup should pass.",
    ],
    followUps: ["That is the right state, please swap.", "Tonight's backup went through."],
  },
  {
    category: null,
    requests: [
      {
        subject: "A question about teams",
        description: "We would like a freelancer to work on {site}, but not to see the invoices. Is that possible?",
      },
      {
        subject: "Feature wish: dark dashboard",
        description: "Please consider a dark colour scheme. Our night shift would be grateful.",
      },
    ],
    answers: [
      "Yes: invite them as an editor. Editors see sites, never invoices.",
      "Noted, and passed on. I cannot promise a date.",
    ],
    followUps: ["Perfect, thank you.", "And can an editor start a backup?"],
  },
];

export const thanks: Texts = ["All is well again, thank you.", "Solved. You can close this.", "Great, that was it!"];

export const instructions: Texts = [
  "Answer in short sentences.",
  "Answer in French.",
  "Ask for the site's address before anything else.",
];

export const siteNames: Texts = [
  "bluefern.example",
  "harbour-bakery.example",
  "nordlicht-shop.example",
  "paperkite.example",
  "quartz-clinic.example",
  "tidewater-choir.example",
];

export const firstNames: Texts = ["Amara", "Bo", "Chiara", "Deniz", "Emil", "Farah", "Goran", "Hana", "Inés", "Jonas"];

export const lastNames: Texts = [
  "Abe",
  "Brandt",
  "Costa",
  "Demir",
  "Eriksen",
  "Fofana",
  "Grün",
  "Hassan",
  "Ito",
  "Jovanović",
];
