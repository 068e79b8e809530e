package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an investor makes no new commitment any more.
 *
 * @param day from which it holds
 * @param reason empty where none was given
 */
public record Suspension(LocalDate day, Optional<String> reason) {}
