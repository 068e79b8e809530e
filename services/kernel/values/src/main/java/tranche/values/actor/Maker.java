package tranche.values.actor;

import java.util.UUID;

/** Who created or edited something: an account and the person behind it at that time (rule D-1). */
public record Maker(UUID account, UUID person) {}
