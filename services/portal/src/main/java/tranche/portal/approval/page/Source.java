package tranche.portal.approval.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is read and answered on a page of its own here: what has no other page. */
enum Source {
    /** Proposals that the service of commitments keeps. */
    COMMITMENTS("/approvals/", "?service=commitments", List.of("approval", "rejection")),
    /** Proposals that the service of milestones keeps. */
    MILESTONES("/approvals/", "?service=milestones", List.of("approval", "rejection")),
    /** Proposals that the portal keeps itself: grants. */
    PORTAL("/approvals/", "?service=portal", List.of("approval", "rejection")),
    /** Drafts of tranches. */
    TRANCHES("/tranches/", "", List.of("approval")),
    /** Planned closings. */
    CLOSINGS("/closings/", "", List.of("approval")),
    /** Accounts to which a fund is to be paid. */
    ACCOUNTS("/bank-accounts/", "", List.of("approval"));

    private final String above;
    private final String query;
    private final List<String> commands;

    Source(String above, String query, List<String> commands) {
        this.above = above;
        this.query = query;
        this.commands = commands;
    }

    /** The one that addresses of the portal name so. */
    static Optional<Source> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a proposal, which names who made it; else it is an object's draft. */
    boolean isProposal() {
        return switch (this) {
            case COMMITMENTS, MILESTONES, PORTAL -> true;
            case TRANCHES, CLOSINGS, ACCOUNTS -> false;
        };
    }

    /** How it can be answered. */
    List<String> commands() {
        return commands;
    }

    /** The page of one. */
    String address(UUID id) {
        return "/approvals/" + code() + "/" + id;
    }

    /** Where the service has it. */
    String path(UUID id) {
        return above + id + query;
    }

    /** Where the service takes an answer. */
    String path(UUID id, String command) {
        return above + id + "/" + command + query;
    }
}
