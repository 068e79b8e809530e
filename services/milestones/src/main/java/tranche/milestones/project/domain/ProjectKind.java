package tranche.milestones.project.domain;

/** What is built at a site (domain §1). */
public enum ProjectKind {
    FAB,
    RND_CENTRE,
    ENERGY_SITE,
    SUPPLY_PLANT
}
