package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.values.proposal.Content;
import tranche.values.proposal.ProposedCommand;

/**
 * What one person proposes about a tranche and another confirms (domain §2.6). The effective date is the day of the
 * confirmation where none is given.
 */
public sealed interface TrancheMotion {

    String reason();

    Optional<LocalDate> effectiveDate();

    /** The step that it is. */
    TrancheStep step();

    /**
     * Gives the tranche other conditions; what it has drafted is cancelled.
     *
     * @param conditions at least one
     */
    record Amend(List<Condition> conditions, String reason, Optional<LocalDate> effectiveDate)
            implements TrancheMotion {
        public Amend {
            conditions = List.copyOf(conditions);
        }

        @Override
        public TrancheStep step() {
            return TrancheStep.AMEND;
        }
    }

    /** Gives the tranche up; what it has drafted is cancelled. */
    record Cancel(String reason, Optional<LocalDate> effectiveDate) implements TrancheMotion {
        @Override
        public TrancheStep step() {
            return TrancheStep.CANCEL;
        }
    }

    /** The command's name among all that is proposed. */
    default ProposedCommand command() {
        return command(step());
    }

    /** The name of a step among all that is proposed, for instance {@code AMEND_TRANCHE}. */
    static ProposedCommand command(TrancheStep step) {
        return new ProposedCommand(step.name() + "_TRANCHE", "tranche");
    }

    /**
     * What there is to approve (rule D-6): the motion, and what of the tranche it is decided upon, so that no call is
     * cancelled with it that was drafted after it was seen.
     */
    default Content on(Tranche tranche) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("trancheId", tranche.id().toString());
        members.put("amount", tranche.amount().toString());
        members.put("state", tranche.state().name());
        members.put("conditions", tranche.conditions().content().hash().hex());
        members.put("callId", tranche.call().map(UUID::toString).orElse(null));
        members.put("command", command().code());
        members.put("reason", reason());
        members.put("effectiveDate", effectiveDate().map(LocalDate::toString).orElse(null));
        if (this instanceof Amend amend) {
            members.put(
                    "amended",
                    amend.conditions().stream().map(Condition::members).toList());
        }
        return Content.shown(members);
    }
}
