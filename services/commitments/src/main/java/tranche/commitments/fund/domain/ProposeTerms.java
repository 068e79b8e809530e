package tranche.commitments.fund.domain;

import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * Puts a change of a fund's cap, calendar or terms to a second person.
 *
 * @param proposal its id, if it is taken
 */
public record ProposeTerms(FundId id, TermsChange change, UUID proposal, Actor by, OptionalLong ifMatch) {}
