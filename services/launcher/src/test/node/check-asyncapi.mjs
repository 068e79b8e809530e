// Checks an AsyncAPI 3.0 document, given as JSON on the standard input, against the schema that the specification publishes.
// Ends with 0 if it is valid, with 1 and one line for each error if not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const specification = createRequire(import.meta.url)("@asyncapi/specs/schemas/3.0.0-without-$id.json");
const validate = new Ajv.default({ allErrors: true, strict: false, validateFormats: false }).compile(specification);

if (!validate(JSON.parse(readFileSync(0, "utf8")))) {
  for (const error of validate.errors) {
    console.log(`${error.instancePath ?? error.dataPath} ${error.message} ${JSON.stringify(error.params)}`);
  }
  process.exit(1);
}
