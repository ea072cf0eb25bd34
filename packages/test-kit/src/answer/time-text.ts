/** Why a text is no time, in the words of Rust's `speedate` crate, which pydantic parses with. */
export class TimeError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** @returns the date, `2024-01-02` */
export function dateOf(text: string): TimeError | string {
  return read(text, (reader) => {
    const date = reader.date();
    reader.end();
    return date;
  });
}

/** @returns the date and time as Python writes them, such as `2024-01-02T03:04:05.600000Z` */
export function dateTimeOf(text: string): TimeError | string {
  return read(text, (reader) => {
    const date = reader.date();
    reader.character(/[Tt _]/, "invalid datetime separator, expected `T`, `t`, `_` or space");
    const time = `${date}T${reader.time()}${reader.zone()}`;
    reader.end();
    return time;
  });
}

function read(text: string, parse: (reader: Reader) => string): TimeError | string {
  try {
    return parse(new Reader(text));
  } catch (error) {
    if (error instanceof TimeError) return error;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  date(): string {
    if (new TextEncoder().encode(this.#text).length < 10) throw new TimeError("input is too short");
    const year = this.#digits(4, "invalid character in year");
    this.character(/-/, "invalid date separator, expected `-`");
    const month = this.#digits(2, "invalid character in month");
    this.character(/-/, "invalid date separator, expected `-`");
    const day = this.#digits(2, "invalid character in day");
    if (month < "01" || month > "12") throw new TimeError("month value is outside expected range of 1-12");
    // Day 0 of the next month is the last day of this one. The year 400 begins the calendar's cycle.
    const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
    if (day < "01" || Number(day) > lastDay) throw new TimeError("day value is outside expected range");
    return `${year}-${month}-${day}`;
  }

  time(): string {
    if (this.#text.length - this.#at < 5) throw new TimeError("input is too short");
    const hour = this.#digits(2, "invalid character in hour");
    this.character(/:/, "invalid time separator, expected `:`");
    const minute = this.#digits(2, "invalid character in minute");
    if (hour > "23") throw new TimeError("hour value is outside expected range of 0-23");
    if (minute > "59") throw new TimeError("minute value is outside expected range of 0-59");
    if (this.#text[this.#at] !== ":") return `${hour}:${minute}:00`;
    this.#at += 1;
    const second = this.#digits(2, "invalid character in second");
    if (second > "59") throw new TimeError("second value is outside expected range of 0-59");
    return `${hour}:${minute}:${second}${this.#fraction()}`;
  }

  /** To the microsecond; what is finer is cut off. */
  #fraction(): string {
    const [all = "", digits = ""] = /^[.,](\d*)/.exec(this.#text.slice(this.#at)) ?? [];
    if (all === "") return "";
    if (digits === "") throw new TimeError("second fraction digits missing after `.`");
    this.#at += all.length;
    const microseconds = digits.slice(0, 6).padEnd(6, "0");
    return microseconds === "000000" ? "" : `.${microseconds}`;
  }

  zone(): string {
    if (this.#at === this.#text.length) return "";
    const sign = this.#text[this.#at] ?? "";
    this.character(/[Zz+\u2212-]/, "invalid timezone sign");
    if (/z/i.test(sign)) return "Z";
    const hour = this.#digits(2, "invalid timezone hour");
    if (this.#text[this.#at] === ":") this.#at += 1;
    const minute = this.#digits(2, "invalid timezone minute");
    if (minute > "59") throw new TimeError("timezone minute value is outside expected range of 0-59");
    if (hour > "23") throw new TimeError("timezone offset must be less than 24 hours");
    return `${hour}${minute}` === "0000" ? "Z" : `${sign === "+" ? "+" : "-"}${hour}:${minute}`;
  }

  end(): void {
    if (this.#at < this.#text.length) throw new TimeError("unexpected extra characters at the end of the input");
  }

  character(expected: RegExp, fault: string): void {
    if (!expected.test(this.#text[this.#at] ?? "")) throw new TimeError(fault);
    this.#at += 1;
  }

  #digits(count: number, fault: string): string {
    const digits = this.#text.slice(this.#at, this.#at + count);
    if (digits.length < count || !/^[0-9]+$/.test(digits)) throw new TimeError(fault);
    this.#at += count;
    return digits;
  }
}
