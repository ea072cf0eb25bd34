/** How the way to the client misbehaves. What a transport makes of it looks to the client like the real thing. */
export interface Disturbance {
  /** The connection ends before any answer. */
  readonly isDropped?: boolean;
  /** The head comes after so many milliseconds; never when Infinity. */
  readonly headAfterMs?: number;
  /** The connection ends after so many bytes of the body, or in the middle of it. */
  readonly breaksAfterBytes?: number | "middle";
  /** Nothing comes after so many bytes of the body, and the connection stays. */
  readonly stallsAfterBytes?: number;
  /** The body lacks its last character, and ends as if it were whole. */
  readonly isCutShort?: boolean;
  /** The body comes in pieces of so many bytes, with so many milliseconds before each. */
  readonly pace?: { readonly bytes: number; readonly everyMs: number };
}
