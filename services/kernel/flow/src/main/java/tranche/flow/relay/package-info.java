/** From committed rows to the topic, in order, nothing skipped. Read {@link tranche.flow.relay.Relay} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.relay;
