/** From a request to the writer and back: idempotency, preconditions, the answer. Read {@link tranche.web.command.Commands} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.command;
