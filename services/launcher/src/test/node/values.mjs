// How the values behind Avro's logical types are printed: decimals as strings with all their decimals, dates and instants
// in ISO 8601. Avro hands out the bytes or the number; the reader has to apply the scale.
import avro from "avsc";

/** Two's complement, most significant byte first, as a string with exactly `scale` decimals. */
export function decimal(bytes, scale) {
  const unscaled = bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, BigInt("0x" + bytes.toString("hex")));
  const sign = unscaled < 0n ? "-" : "";
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Days since 1970-01-01. */
export function date(days) {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** Microseconds since 1970-01-01T00:00:00Z; whole numbers of a double are exact for another two hundred years. */
export function instant(micros) {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros - millis * 1000).padStart(3, "0");
  return new Date(millis).toISOString().replace("Z", rest + "Z");
}

function readOnly(read) {
  return class extends avro.types.LogicalType {
    constructor(schema, options) {
      super(schema, options);
      this.scale = schema.scale ?? 0;
    }

    _fromValue(value) {
      return read(value, this.scale);
    }

    _toValue() {
      throw new Error("this program only reads");
    }
  };
}

export const logicalTypes = {
  decimal: readOnly(decimal),
  date: readOnly(date),
  "timestamp-micros": readOnly(instant),
};
