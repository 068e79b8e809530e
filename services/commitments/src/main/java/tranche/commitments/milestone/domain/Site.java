package tranche.commitments.milestone.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.country.Country;

/**
 * Where a project is: by the calendar of that place its verifications are counted (rule D-34).
 *
 * @param name of the project; empty of one that was told before names were kept
 * @param region ISO 3166-2 code, or a name
 */
public record Site(UUID project, ProgrammeId programme, Optional<String> name, Country country, String region) {}
