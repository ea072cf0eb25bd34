/** One failing field, as FastAPI reports it (it drops pydantic's `url`). */
export interface FieldError {
  readonly type: string;
  readonly loc: readonly (number | string)[];
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** Why a value was refused, before it is known where it stood. */
export class Mismatch {
  readonly type: string;
  readonly msg: string;
  readonly ctx: FieldError["ctx"];

  constructor(type: string, msg: string, ctx?: FieldError["ctx"]) {
    this.type = type;
    this.msg = msg;
    this.ctx = ctx;
  }

  at(loc: FieldError["loc"], input: unknown): FieldError {
    const { type, msg, ctx } = this;
    return { type, loc, msg, input, ...(ctx && { ctx }) };
  }
}

export const notText = new Mismatch("string_type", "Input should be a valid string");
