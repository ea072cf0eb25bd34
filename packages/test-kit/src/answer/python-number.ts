/**
 * A number out of a JSON text that JavaScript would write differently than Python: a float such as
 * `1.0` or `1e-7`, `NaN`, or an integer of more digits than a double holds.
 */
export class PythonNumber {
  /** The nearest number that JavaScript has. */
  readonly value: number;
  /** As Python's `json` writes it. */
  readonly text: string;
  /** Python tells `1.0` from `1`, and so does pydantic. */
  readonly isFloat: boolean;

  constructor(value: number, text: string, isFloat: boolean) {
    this.value = value;
    this.text = text;
    this.isFloat = isFloat;
  }

  /** Whether JSON has it: all but `NaN` and the infinities, which Python reads all the same. */
  get isWritable(): boolean {
    return !this.isFloat || Number.isFinite(this.value);
  }

  /** Lets `JSON.stringify` write the number as Python would, where the runtime can. */
  toJSON(): unknown {
    return this.isWritable && rawJson ? rawJson(this.text) : this.value;
  }
}

/** Node 22 has it, and so have browsers since 2025; TypeScript's library does not know it yet. */
const { rawJSON: rawJson } = JSON as { rawJSON?: (text: string) => unknown };

/** An integer literal as Python reads it: of any length. */
export function pythonInteger(literal: string): PythonNumber | number {
  const value = Number(literal);
  return Number.isSafeInteger(value) ? value + 0 : new PythonNumber(value, literal, false);
}

/** @param value what a literal with a fraction or an exponent stands for, or a number that is none */
export function pythonFloat(value: number): PythonNumber | number {
  const text = floatText(value);
  return text === JSON.stringify(value) ? value : new PythonNumber(value, text, true);
}

/** Python's `repr`: always with a fraction or an exponent, the exponent from 1e16 and below 1e-4 on. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  const sign = Object.is(value, -0) ? "-" : "";
  if (power >= 16 || power < -4) return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  const plain = sign + String(value);
  return plain.includes(".") ? plain : `${plain}.0`;
}
