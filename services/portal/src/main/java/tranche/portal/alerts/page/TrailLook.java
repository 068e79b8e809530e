package tranche.portal.alerts.page;

/**
 * How a step from evidence to an alert looks.
 *
 * @param icon its name in the sheet of icons
 */
record TrailLook(String icon, String tone) {

    private static final String ON_SITE = "tranche.milestones.";

    /** By the full name of its event's record; of one that is not known here, as what happened. */
    static TrailLook of(String type) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "MilestoneClaimed" -> new TrailLook("flag-check", "info");
            case "EvidenceSubmitted" -> new TrailLook("file-text", "draft");
            case "MilestoneVerified", "MilestoneAchieved", "CommitmentAccepted", "CommitmentClosed" ->
                new TrailLook("circle-check", "ok");
            case "MilestoneRejected", "MilestoneVerificationRevoked", "MilestoneRemoved", "CapitalCallReversed" ->
                new TrailLook("circle-x", "bad");
            case "MilestoneForecastChanged", "BaselineApproved" -> new TrailLook("calendar-event", "draft");
            case "MilestoneSlipped" -> new TrailLook("clock-exclamation", "warn");
            case "TrancheConditionsMet", "TrancheReleased" -> new TrailLook("lock", "ok");
            case "TrancheRelocked", "TrancheHeld", "TrancheAmended" -> new TrailLook("lock", "warn");
            case "CapitalCallApproved" -> new TrailLook("checks", "ok");
            case "CapitalCallIssued" -> new TrailLook("send", "info");
            default -> new TrailLook(type.startsWith(ON_SITE) ? "building-factory" : "coins", "info");
        };
    }
}
