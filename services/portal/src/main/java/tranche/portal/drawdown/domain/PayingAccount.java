package tranche.portal.drawdown.domain;

import java.time.Instant;

/**
 * The account to which a call is paid, as far as everybody may know it who sees the call.
 *
 * @param fingerprint by which people read it to each other
 * @param ending its last digits
 * @param since from when it holds
 */
public record PayingAccount(String fingerprint, String ending, Instant since) {}
