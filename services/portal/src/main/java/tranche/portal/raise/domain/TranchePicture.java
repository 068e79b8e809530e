package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A tranche as its events have left it.
 *
 * @param project that it pays for, where it is one project's
 * @param milestones that its conditions name; of what is released, those of the version that was
 * @param waived those of them that were waived when it was released
 * @param reversed whether the call that released it was taken back, so that nothing is released any more
 * @param expected when its call is due and what it asks for, as was told last; empty where none is to be expected
 */
public record TranchePicture(
        UUID id,
        UUID programme,
        UUID fund,
        Optional<UUID> project,
        String name,
        Money amount,
        TrancheState state,
        List<UUID> milestones,
        List<UUID> waived,
        boolean reversed,
        Optional<Expected> expected) {

    /** A call that is to be expected. */
    public record Expected(LocalDate due, Money amount) {}

    public TranchePicture {
        milestones = List.copyOf(milestones);
        waived = List.copyOf(waived);
    }

    public TranchePicture moved(TrancheState to) {
        return new TranchePicture(
                id, programme, fund, project, name, amount, to, milestones, waived, reversed, expected);
    }

    public TranchePicture waitingFor(List<UUID> others) {
        return new TranchePicture(
                id, programme, fund, project, name, amount, state, others, waived, reversed, expected);
    }

    public TranchePicture released(List<UUID> named, List<UUID> withoutThem) {
        return new TranchePicture(
                id, programme, fund, project, name, amount, TrancheState.RELEASED, named, withoutThem, false, expected);
    }

    public TranchePicture takenBack() {
        return new TranchePicture(
                id, programme, fund, project, name, amount, state, milestones, waived, true, expected);
    }

    public TranchePicture expecting(Optional<Expected> call) {
        return new TranchePicture(
                id, programme, fund, project, name, amount, state, milestones, waived, reversed, call);
    }
}
