package tranche.portal.cockpit.page;

import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Frame;

/** What an open page follows. */
sealed interface Topic {

    /** Behind the id of a programme whose overview shows all funds. */
    String ALL = ":all";

    /** The overview of a programme: {@code overview:ID}, with all its funds {@code overview:ID:all}. */
    record OfProgramme(UUID programme, boolean allFunds) implements Topic {}

    /** One commitment: {@code commitment:ID}. */
    record OfCommitment(UUID commitment) implements Topic {}

    /** All commitments that the visitor may see: {@code commitments}. */
    record OfCommitments() implements Topic {}

    /** One project: {@code project:ID}. */
    record OfProject(UUID project) implements Topic {}

    /** All projects that the visitor may see: {@code projects}. */
    record OfProjects() implements Topic {}

    /** The calls of a fund, or of all that the visitor may see: {@code calls:FUND}, {@code calls}. */
    record OfCalls(Optional<UUID> fund) implements Topic {}

    /** What waits for the visitor, and nothing else: {@code counts}. */
    record OfCounts() implements Topic {}

    /** Reads a topic; empty where it is none. */
    static Optional<Topic> parse(String text) {
        String[] parts = text.split(":", 2);
        try {
            return switch (parts[0]) {
                case "overview" -> {
                    boolean all = parts[1].endsWith(ALL);
                    String id = all ? parts[1].substring(0, parts[1].length() - ALL.length()) : parts[1];
                    yield Optional.of(new OfProgramme(UUID.fromString(id), all));
                }
                case "commitment" -> Optional.of(new OfCommitment(UUID.fromString(parts[1])));
                case "commitments" -> parts.length == 1 ? Optional.of(new OfCommitments()) : Optional.empty();
                case "project" -> Optional.of(new OfProject(UUID.fromString(parts[1])));
                case "projects" -> parts.length == 1 ? Optional.of(new OfProjects()) : Optional.empty();
                case "calls" ->
                    Optional.of(
                            new OfCalls(parts.length == 1 ? Optional.empty() : Optional.of(UUID.fromString(parts[1]))));
                case Frame.COUNTS -> parts.length == 1 ? Optional.of(new OfCounts()) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }
}
