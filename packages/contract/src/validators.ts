export { requestBodyValidators, responseValidators, validators } from "./generated/validators.js";
export type { SchemaViolation, Validator } from "./validator.ts";
