package tranche.web.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands.Request;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Position;
import tranche.flow.writer.Trace;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.proposal.Content;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;

class ApprovalsTest {

    private static final ProposedCommand WAIVE = new ProposedCommand("WAIVE", "milestone");
    private static final ProposedCommand REMOVE = new ProposedCommand("REMOVE", "milestone");
    private static final Actor ANA = new Actor(new UUID(1, 1), new UUID(1, 2), Access.NONE);

    /** Answers with its command and what it was asked. */
    private record Door(ProposedCommand command) implements Approvable {

        @Override
        public Outcome approve(Proposal proposal, ContentHash seen, Request request) {
            return done("approve " + command.code());
        }

        @Override
        public Outcome reject(Proposal proposal, String reason, Request request) {
            return done("reject " + command.code());
        }
    }

    private static Outcome done(String what) {
        return new Outcome.Done(new Answer(200, Map.of("done", what), new byte[0]), Position.NONE, false);
    }

    private static String of(Outcome outcome) {
        return ((Outcome.Done) outcome).answer().headers().getOrDefault("done", "nothing");
    }

    private static Proposal proposal(ProposedCommand command) {
        return Proposal.of(
                new UUID(2, 1),
                command,
                new UUID(2, 2),
                Set.of(Scope.DEPLOYMENT),
                Content.shown(Map.of()),
                ANA,
                Instant.EPOCH);
    }

    @Test
    void hands_each_answer_to_the_door_of_its_command() {
        Approvals approvals = new Approvals(List.of(new Door(WAIVE), new Door(REMOVE)));
        Request request = new Request(
                ANA,
                OptionalLong.empty(),
                Optional.empty(),
                new Trace(Optional.empty(), new UUID(3, 1), Optional.empty()),
                _ -> new Answer(200, Map.of(), new byte[0]));

        Proposal remove = proposal(REMOVE);
        assertThat(of(approvals.approve(remove, remove.content().hash(), request)))
                .isEqualTo("approve remove");
        assertThat(of(approvals.reject(proposal(WAIVE), "not now", request))).isEqualTo("reject waive");
    }

    @Test
    void does_not_start_with_two_doors_of_one_command() {
        assertThatThrownBy(() -> new Approvals(
                        List.of(new Door(WAIVE), new Door(REMOVE), new Door(new ProposedCommand("WAIVE", "fund")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WAIVE");
    }
}
