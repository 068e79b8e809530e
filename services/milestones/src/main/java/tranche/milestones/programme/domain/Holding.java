package tranche.milestones.programme.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * That a fund belongs to a programme, or that an investor has a commitment to it: who has a grant for either sees what is
 * published of the programme's projects.
 *
 * @param investor empty where it is the fund as such
 */
public record Holding(ProgrammeId programme, UUID fund, Optional<UUID> investor) {}
