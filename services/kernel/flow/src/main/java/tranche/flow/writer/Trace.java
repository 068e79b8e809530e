package tranche.flow.writer;

import java.util.Optional;
import java.util.UUID;

/**
 * How a command fits into what caused it.
 *
 * @param causation the event that caused the command; empty where a person or a program outside did
 * @param correlation shared by all that follows from one first command
 * @param traceparent of W3C Trace Context, where the caller sent one
 */
public record Trace(Optional<UUID> causation, UUID correlation, Optional<String> traceparent) {}
