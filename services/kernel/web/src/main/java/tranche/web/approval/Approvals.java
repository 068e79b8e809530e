package tranche.web.approval;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Outcome;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;

/** Hands each answer to the front door that brings about what was proposed. Made at the start, so that two doors are found then. */
@Context
@Requires(beans = Approvable.class)
final class Approvals {

    private final Map<String, Approvable> doors;

    /** @throws IllegalStateException if two are of one command */
    Approvals(List<Approvable> doors) {
        this.doors = doors.stream()
                .collect(Collectors.toUnmodifiableMap(door -> door.command().name(), door -> door));
    }

    Outcome approve(Proposal proposal, ContentHash seen, Request request) {
        return door(proposal).approve(proposal, seen, request);
    }

    Outcome reject(Proposal proposal, String reason, Request request) {
        return door(proposal).reject(proposal, reason, request);
    }

    private Approvable door(Proposal proposal) {
        String command = proposal.command().name();
        return Optional.ofNullable(doors.get(command))
                .orElseThrow(() -> new IllegalStateException("nobody brings about what is proposed as " + command));
    }
}
