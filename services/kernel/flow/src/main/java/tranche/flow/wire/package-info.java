/** Bytes on the wire: Avro bodies, the Confluent frame, CloudEvents headers, the registry. Read {@link tranche.flow.wire.Registry} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.wire;
