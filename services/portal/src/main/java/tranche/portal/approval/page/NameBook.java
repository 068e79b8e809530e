package tranche.portal.approval.page;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.FundingNames.Named;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.words.page.Words;

/** What ids stand for, as far as the reader may see it, each with the address of its page. What is not known stays an id. */
record NameBook(
        Map<UUID, Place> milestones,
        Map<UUID, Named> tranches,
        Map<UUID, Named> calls,
        Map<UUID, String> funds,
        Map<UUID, String> investors,
        Map<UUID, String> projects,
        Map<UUID, String> programmes,
        Map<UUID, CommitmentRow> commitments) {

    /** What it is called; a commitment by who has it. */
    Optional<String> name(Wanted.Kind kind, UUID id) {
        return Optional.ofNullable(
                switch (kind) {
                    case MILESTONE -> milestone(id).map(Place::name).orElse(null);
                    case TRANCHE -> tranche(id).map(Named::name).orElse(null);
                    case CALL -> call(id).map(Named::name).orElse(null);
                    case FUND -> funds.get(id);
                    case INVESTOR -> investors.get(id);
                    case PROJECT -> projects.get(id);
                    case PROGRAMME -> programmes.get(id);
                    case COMMITMENT ->
                        commitment(id).map(CommitmentRow::investorName).orElse(null);
                });
    }

    /** What it belongs to: a milestone to its site, a tranche, a call or a commitment to its fund. */
    Optional<String> above(Wanted.Kind kind, UUID id) {
        return switch (kind) {
            case MILESTONE -> milestone(id).map(Place::projectName);
            case TRANCHE -> tranche(id).flatMap(this::fundOf);
            case CALL -> call(id).flatMap(this::fundOf);
            case COMMITMENT -> commitment(id).map(CommitmentRow::fundName);
            case FUND, INVESTOR, PROJECT, PROGRAMME -> Optional.empty();
        };
    }

    /** Its name for a sentence. */
    String say(Wanted.Kind kind, UUID id) {
        return name(kind, id).orElseGet(id::toString);
    }

    /** Its name, which leads to its page. */
    Part part(Wanted.Kind kind, UUID id) {
        return name(kind, id)
                .map(name -> new Part(name, address(kind, id), false))
                .orElseGet(() -> new Part(id.toString(), Optional.empty(), true));
    }

    /** A tranche with what it is of. */
    Part tranche(UUID id, Words words) {
        return tranche(id)
                .map(named -> new Part(
                        words.say(
                                "approvals.of",
                                "name",
                                named.name(),
                                "amount",
                                words.money().full(named.amount())),
                        address(Wanted.Kind.TRANCHE, id),
                        false))
                .orElseGet(() -> part(Wanted.Kind.TRANCHE, id));
    }

    Optional<Place> milestone(UUID id) {
        return Optional.ofNullable(milestones.get(id));
    }

    Optional<Named> tranche(UUID id) {
        return Optional.ofNullable(tranches.get(id));
    }

    Optional<Named> call(UUID id) {
        return Optional.ofNullable(calls.get(id));
    }

    private Optional<CommitmentRow> commitment(UUID id) {
        return Optional.ofNullable(commitments.get(id));
    }

    private Optional<String> fundOf(Named named) {
        return Optional.ofNullable(funds.get(named.fund()));
    }

    private static Optional<String> address(Wanted.Kind kind, UUID id) {
        return switch (kind) {
            case MILESTONE -> Optional.of("/milestones/" + id);
            case TRANCHE -> Optional.of(Source.TRANCHES.address(id));
            case CALL -> Optional.of("/calls/" + id);
            case FUND -> Optional.of("/commitments?fund=" + id);
            case PROJECT -> Optional.of("/projects/" + id);
            case PROGRAMME -> Optional.of("/programmes/" + id);
            case COMMITMENT -> Optional.of("/commitments/" + id);
            case INVESTOR -> Optional.empty();
        };
    }
}
