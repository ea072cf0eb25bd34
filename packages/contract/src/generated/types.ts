// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/auth/jwt/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Exchanges a user name and a password for a bearer token. How long the token is accepted
         *     depends on the account; assume nothing and log in again when a request is answered with 401.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all tickets
         * @description Returns every ticket that the credential may see, replies included, as one JSON array. There
         *     is no paging and no filter, and the order is not specified. The answer grows with the age of
         *     the account: read it as a stream.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Open a ticket
         * @description Opens a ticket for a team. Nothing tells the service that two such requests are the same one,
         *     so a request whose outcome is unknown must not be repeated blindly.
         */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/ticket/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * Read one ticket
         * @description Returns one ticket with its replies.
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        /**
         * Delete one ticket
         * @description Deletes a ticket together with its replies. There is no way to bring it back.
         */
        delete: operations["deleteTicket"];
        options?: never;
        head?: never;
        /**
         * Change one ticket
         * @description Sets the fields that the body names and leaves the others alone. The only field that can be
         *     set is the instruction for the AI assistant.
         */
        patch: operations["updateTicket"];
        trace?: never;
    };
    "/support/ticket/{ticket_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * List a ticket's replies
         * @description Returns one page of a ticket's replies. The request counts in pages; the answer says how many
         *     replies it skipped (`offset`) and how many it would return at most (`limit`).
         */
        get: operations["listTicketReplies"];
        put?: never;
        /**
         * Reply to a ticket
         * @description Adds a reply to a ticket and, with `resolve`, closes the ticket in the same step. As with
         *     opening a ticket, a request whose outcome is unknown must not be repeated blindly.
         */
        post: operations["createTicketReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/team/{team_id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The team's id.
                 * @example 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02
                 */
                team_id: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        /**
         * List a team's tickets
         * @description Returns one page of a team's tickets, replies included: the only way to read tickets page by
         *     page. The request counts in pages; the answer says how many tickets it skipped (`offset`) and
         *     how many it would return at most (`limit`).
         */
        get: operations["listTeamTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a login returns. */
        AccessToken: {
            /**
             * @description The token to send as a bearer credential.
             * @example eyJhbGciOiJub25lIn0.e30.
             */
            access_token: string;
            /**
             * @description How the token is to be sent.
             * @example bearer
             */
            token_type: string;
        };
        /** @description Why a request failed, in a sentence or a code word. */
        HTTPError: {
            /**
             * @description The reason.
             * @example Unauthorized
             */
            detail: string;
        };
        /** @description Which parts of a request break their schema. */
        HTTPValidationError: {
            /** @description One entry for each failing field. */
            detail?: components["schemas"]["ValidationError"][];
        };
        /** @description A user's credentials. */
        LoginRequest: {
            /**
             * Format: password
             * @description The password.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The user name, usually a mail address.
             * @example ada@example.com
             */
            username: string;
        };
        /** @description A request for support, with the whole conversation about it. */
        Ticket: {
            /**
             * @description What the ticket is about. The values are not specified.
             * @example billing
             */
            category?: string | null;
            /**
             * Format: date-time
             * @description When the ticket was opened.
             * @example 2026-02-03T09:15:27.104233Z
             */
            created_at: string;
            /**
             * @description The request itself, in the words of who opened it.
             * @example The invoice for January lists a site that was removed in December.
             */
            description: string;
            /**
             * Format: uuid4
             * @description Identifies the ticket.
             * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
             */
            id: string;
            /**
             * @description Whether the AI assistant takes part in the conversation.
             * @example false
             */
            is_openai_thread: boolean;
            /**
             * @description How many more messages the ticket takes. What lowers it is not specified.
             * @example 20
             */
            messages_remaining: number;
            /**
             * @description What the AI assistant was told about how to answer.
             * @example Answer in French.
             */
            openai_custom_instructions?: string | null;
            /**
             * @description Whether the ticket is closed.
             * @example false
             */
            resolved: boolean;
            /**
             * Format: date-time
             * @description When the ticket was closed; null while it is open.
             * @example 2026-02-04T16:40:00Z
             */
            resolved_at?: string | null;
            /**
             * @description The request in one line.
             * @example Wrong invoice for January
             */
            subject: string;
            /**
             * Format: uuid4
             * @description The team that the ticket belongs to.
             * @example 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02
             */
            team_id: string;
            /**
             * @description The replies to the ticket. Whether very long conversations are complete here is not
             *     specified; page by page they are.
             */
            ticket_replies: components["schemas"]["TicketReply"][];
        };
        /** @description A ticket to open. */
        TicketCreate: {
            /**
             * @description What the ticket is about. The values are not specified.
             * @example billing
             */
            category?: string | null;
            /**
             * @description The request itself.
             * @example Since this morning every page answers with a blank screen.
             */
            description: string;
            /**
             * @description Whether the ticket is closed from the start.
             * @default false
             * @example false
             */
            resolved?: boolean;
            /**
             * @description A file that was uploaded for the ticket.
             * @example uploads/screenshot.png
             */
            s3_object?: string | null;
            /**
             * Format: uuid4
             * @description The site that the ticket is about.
             * @example 9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d
             */
            site_live_id?: string | null;
            /**
             * @description The request in one line.
             * @example Site is blank
             */
            subject: string;
            /**
             * Format: uuid4
             * @description The team that the ticket belongs to.
             * @example 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02
             */
            team_id: string;
        };
        /** @description One page of a team's tickets. */
        TicketPage: {
            /**
             * @description How many tickets there are on all pages.
             * @example 120
             */
            count: number;
            /**
             * @description How many tickets this page holds at most.
             * @example 50
             */
            limit: number;
            /**
             * @description Where the next page is, as a URL or a path; null on the last one.
             * @example /f/api/v1/team/0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02/ticket?page=2&size=50
             */
            next: string | null;
            /**
             * @description How many tickets stand on the pages before this one.
             * @example 0
             */
            offset: number;
            /**
             * @description Where the page before is, as a URL or a path; null on the first one.
             * @example null
             */
            previous: string | null;
            /** @description The tickets on this page. */
            results: components["schemas"]["Ticket"][];
        };
        /** @description One message in the conversation about a ticket. */
        TicketReply: {
            /**
             * Format: date-time
             * @description When the reply was written.
             * @example 2026-02-03T10:02:41Z
             */
            created_at: string;
            /**
             * @description The message.
             * @example Corrected. The new invoice is on its way.
             */
            description?: string | null;
            /**
             * Format: uuid4
             * @description Identifies the reply.
             * @example c7b0a0ce-77f5-4d8c-9a3b-1f2e3d4c5b6a
             */
            id: string;
            /**
             * @description Whether the AI assistant wrote the reply.
             * @example false
             */
            is_gpt_chat_message: boolean | null;
            /**
             * @description The message's id in the AI assistant's own thread.
             * @example msg_4kQ9
             */
            openai_message_id?: string | null;
            /**
             * @description Whether the reply closed the ticket.
             * @example true
             */
            resolve?: boolean | null;
            user: components["schemas"]["UserLimited"];
        };
        /** @description A reply to add to a ticket. */
        TicketReplyCreate: {
            /**
             * @description The message.
             * @example It happens in private windows too.
             */
            description?: string | null;
            /**
             * @description Whether the AI assistant wrote the reply.
             * @default false
             * @example false
             */
            is_gpt_chat_message?: boolean | null;
            /**
             * @description Whether to close the ticket.
             * @example true
             */
            resolve?: boolean | null;
        };
        /** @description One page of a ticket's replies. */
        TicketReplyPage: {
            /**
             * @description How many replies there are on all pages.
             * @example 120
             */
            count: number;
            /**
             * @description How many replies this page holds at most.
             * @example 50
             */
            limit: number;
            /**
             * @description Where the next page is, as a URL or a path; null on the last one.
             * @example /f/api/v1/support/ticket/6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11/reply?page=2&size=50
             */
            next: string | null;
            /**
             * @description How many replies stand on the pages before this one.
             * @example 0
             */
            offset: number;
            /**
             * @description Where the page before is, as a URL or a path; null on the first one.
             * @example null
             */
            previous: string | null;
            /** @description The replies on this page. */
            results: components["schemas"]["TicketReply"][];
        };
        /** @description The fields of a ticket to set. */
        TicketUpdate: {
            /**
             * @description What the AI assistant should know about how to answer.
             * @example Answer in French, in short sentences.
             */
            openai_custom_instructions?: string | null;
        };
        /** @description What a ticket shows of the user who wrote a reply. */
        UserLimited: {
            /**
             * Format: date-time
             * @description When the user signed up.
             * @example 2024-11-19T08:00:00Z
             */
            created_at: string;
            /**
             * Format: email
             * @description The user's mail address.
             * @example grace@example.com
             */
            email: string;
            /**
             * @description The user's first name.
             * @example Grace
             */
            first_name: string | null;
            /**
             * @description The user's name as it is shown.
             * @example Grace Weber
             */
            full_name: string;
            /**
             * Format: uuid4
             * @description Identifies the user.
             * @example 1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d
             */
            id: string;
            /**
             * @description Whether the user may sign in.
             * @default true
             * @example true
             */
            is_active?: boolean;
            /**
             * @description Whether a payment method of the user was verified.
             * @example true
             */
            is_payment_verified: boolean;
            /**
             * @description Whether the user belongs to SiteBay's staff.
             * @default false
             * @example false
             */
            is_superuser?: boolean;
            /**
             * @description Whether the user's mail address was verified.
             * @default false
             * @example true
             */
            is_verified?: boolean;
            /**
             * @description The user's last name.
             * @example Weber
             */
            last_name: string | null;
            /**
             * @description The user's number in the service's product analytics.
             * @example 1042
             */
            posthog_user_id: number | null;
        };
        /**
         * @description One failing field. The service's framework sends more than is listed here, such as the
         *     offending input.
         */
        ValidationError: {
            /**
             * @description Where the field stands: `path`, `query` or `body`, then the names and indexes that lead to it.
             * @example [
             *       "body",
             *       "subject"
             *     ]
             */
            loc: (string | number)[];
            /**
             * @description What is wrong, for people.
             * @example Field required
             */
            msg: string;
            /**
             * @description What is wrong, for programs.
             * @example missing
             */
            type: string;
        };
    };
    responses: {
        /** @description The request cannot be carried out as it is, or not while the service is busy with another one. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /** @description The credential is accepted but does not allow this, such as a `read` key that writes. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /** @description There is no such ticket or team, or the credential may not know of it. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /**
         * @description The service, or what stands in front of it, failed. The body may also be empty or HTML.
         *     A 503 with `Retry-After` was not carried out; of any other the outcome is unknown.
         */
        ServerError: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /** @description Too many requests in a short time. The request was not carried out. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /** @description The credential is missing, wrong or no longer accepted. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPError"];
            };
        };
        /** @description A parameter or the body breaks its schema. Every failing field is listed. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
    };
    parameters: {
        /**
         * @description Which page to return; the first is 1.
         * @example 2
         */
        Page: number;
        /**
         * @description How many items a page holds.
         * @example 100
         */
        Size: number;
        /**
         * @description The team's id.
         * @example 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02
         */
        TeamId: string;
        /**
         * @description The ticket's id.
         * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
         */
        TicketId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long to wait before the next request, in seconds or as an HTTP date.
         * @example 30
         */
        RetryAfter: string;
        /**
         * @description Which kind of credential is expected.
         * @example Bearer
         */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type AccessToken = components['schemas']['AccessToken'];
export type HTTPError = components['schemas']['HTTPError'];
export type HTTPValidationError = components['schemas']['HTTPValidationError'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type Ticket = components['schemas']['Ticket'];
export type TicketCreate = components['schemas']['TicketCreate'];
export type TicketPage = components['schemas']['TicketPage'];
export type TicketReply = components['schemas']['TicketReply'];
export type TicketReplyCreate = components['schemas']['TicketReplyCreate'];
export type TicketReplyPage = components['schemas']['TicketReplyPage'];
export type TicketUpdate = components['schemas']['TicketUpdate'];
export type UserLimited = components['schemas']['UserLimited'];
export type ValidationError = components['schemas']['ValidationError'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnprocessableContent = components['responses']['UnprocessableContent'];
export type ParameterPage = components['parameters']['Page'];
export type ParameterSize = components['parameters']['Size'];
export type ParameterTeamId = components['parameters']['TeamId'];
export type ParameterTicketId = components['parameters']['TicketId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderWwwAuthenticate = components['headers']['WWWAuthenticate'];
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The credentials, as an HTML form would send them. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The credentials are right; here is a token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description The user name or the password is wrong. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPError"];
                };
            };
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description All tickets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The ticket to open. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketCreate"];
            };
        };
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The ticket as it was stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The ticket is gone. The body is some JSON value without meaning. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** @description The fields to set. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketUpdate"];
            };
        };
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The ticket after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listTicketReplies: {
        parameters: {
            query?: {
                /**
                 * @description Which page to return; the first is 1.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page holds.
                 * @example 100
                 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description One page of replies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketReplyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createTicketReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id.
                 * @example 6f1c1f0e-3b0a-4c57-9d3e-0a4f5b8f2c11
                 */
                ticket_id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /** @description The reply to add. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketReplyCreate"];
            };
        };
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description The reply as it was stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listTeamTickets: {
        parameters: {
            query?: {
                /**
                 * @description Which page to return; the first is 1.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many items a page holds.
                 * @example 100
                 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /**
                 * @description The team's id.
                 * @example 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02
                 */
                team_id: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "5XX": components["responses"]["ServerError"];
            /** @description One page of tickets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
