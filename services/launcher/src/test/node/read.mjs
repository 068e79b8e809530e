// Reads a topic from its beginning and prints each record as one line of JSON: partition, offset, key, headers, type, value.
//
//   KAFKA_PASSWORD=... node read.mjs --bootstrap HOST:PORT --username NAME --registry URL --topic TOPIC
//        [--group NAME] [--count N] [--idle MILLISECONDS]
//
// Ends with 0 after N records, or once nothing has come for that long; with 1 if a record cannot be read, with 2 if the
// broker cannot.
// The password is taken from the environment, because arguments can be seen by everybody on the machine.
import { parseArgs } from "node:util";
import { SchemaRegistry, SchemaType } from "@kafkajs/confluent-schema-registry";
import kafkajs from "kafkajs";
import { logicalTypes } from "./values.mjs";

const { values: options } = parseArgs({
  options: {
    bootstrap: { type: "string" },
    username: { type: "string" },
    registry: { type: "string" },
    topic: { type: "string" },
    group: { type: "string", default: `outside-${process.pid}-${Date.now()}` },
    count: { type: "string", default: "1000000000" },
    idle: { type: "string", default: "5000" },
  },
});

const { Kafka, logLevel } = kafkajs;
const kafka = new Kafka({
  clientId: "outside",
  brokers: [options.bootstrap],
  logLevel: logLevel.NOTHING,
  sasl: { mechanism: "scram-sha-256", username: options.username, password: process.env.KAFKA_PASSWORD },
});
const registry = new SchemaRegistry({ host: options.registry }, { [SchemaType.AVRO]: { logicalTypes } });
const consumer = kafka.consumer({ groupId: options.group });
const wanted = Number(options.count);

let printed = 0;
let silence;
let end;
const ended = new Promise((resolve) => {
  end = resolve;
});

function waitForMore() {
  clearTimeout(silence);
  silence = setTimeout(() => end(0), Number(options.idle));
}

const text = (bytes) => (bytes == null ? null : bytes.toString("utf8"));

async function print({ partition, message }) {
  if (printed >= wanted) {
    return;
  }
  waitForMore();
  const schema = await registry.getSchema(message.value.readInt32BE(1));
  const line = {
    partition,
    offset: message.offset,
    key: text(message.key),
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, text(value)])),
    type: schema.name,
    value: await registry.decode(message.value),
  };
  process.stdout.write(JSON.stringify(line) + "\n");
  printed += 1;
  if (printed >= wanted) {
    end(0);
  }
}

async function printOrEnd(record) {
  try {
    await print(record);
  } catch (unreadable) {
    console.error(`${options.topic}-${record.partition}@${record.message.offset}: ${unreadable.stack}`);
    end(1);
  }
}

// kafkajs would try again for ever: a wrong password or an address that does not answer ends the program instead.
consumer.on(consumer.events.CRASH, ({ payload }) => {
  console.error(payload.error.stack);
  end(2);
});

try {
  await consumer.connect();
  await consumer.subscribe({ topics: [options.topic], fromBeginning: true });
  consumer.on(consumer.events.GROUP_JOIN, waitForMore);
  await consumer.run({ eachMessage: printOrEnd });
} catch (notReached) {
  console.error(notReached.stack);
  end(2);
}
const status = await ended;
await consumer.disconnect();
process.exit(status);
