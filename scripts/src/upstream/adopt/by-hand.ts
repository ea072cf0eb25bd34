/** An edit that only a person can make, and why. */
export class ByHand extends Error {
  override readonly name = "ByHand";
}
