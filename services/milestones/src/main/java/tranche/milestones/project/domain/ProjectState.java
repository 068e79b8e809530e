package tranche.milestones.project.domain;

/** Whether milestones are planned for a project (domain §2.0). */
public enum ProjectState {
    ACTIVE,
    /** No more are planned; those that it has stay as they are. */
    STOPPED
}
