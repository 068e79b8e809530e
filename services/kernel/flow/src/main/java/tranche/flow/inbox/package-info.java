/** From the topic into the consumer's own transaction, each event once. Read {@link tranche.flow.inbox.Inbox} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.inbox;
