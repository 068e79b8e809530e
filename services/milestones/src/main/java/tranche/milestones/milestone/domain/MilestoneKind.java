package tranche.milestones.milestone.domain;

/** What a milestone is about (domain §1). */
public enum MilestoneKind {
    PERMIT,
    CONSTRUCTION,
    TOOL_INSTALL,
    UTILITY,
    PRODUCTION,
    TECHNOLOGY,
    CUSTOMER,
    WORKFORCE,
    RND,
    FINANCIAL
}
