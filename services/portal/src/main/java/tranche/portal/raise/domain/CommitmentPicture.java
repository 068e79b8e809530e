package tranche.portal.raise.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A commitment as its events have left it.
 *
 * @param called cumulative, in the fund's currency; {@code paid} and {@code restored} likewise
 * @param effective the day as exactly as it is known
 * @param source the public record that it is known from; empty where it was signed
 * @param documents SHA-256 of each document of the submission, hex
 * @param makers accounts that made or edited the current content
 * @param version after the last event, from 1
 */
public record CommitmentPicture(
        UUID id,
        UUID programme,
        UUID fund,
        UUID investor,
        CommitmentState state,
        Money amount,
        Money called,
        Money paid,
        Money restored,
        KnownDate effective,
        Optional<LocalDate> closing,
        Optional<String> source,
        List<String> documents,
        boolean takeOn,
        Set<UUID> makers,
        long version,
        Instant changedAt) {

    public CommitmentPicture {
        documents = List.copyOf(documents);
        makers = Set.copyOf(makers);
    }

    /** After an event that left the amount and the dates as they were. */
    public CommitmentPicture moved(CommitmentState to, long toVersion, Instant at) {
        return new CommitmentPicture(
                id, programme, fund, investor, to, amount, called, paid, restored, effective, closing, source,
                documents, takeOn, makers, toVersion, at);
    }

    /** After an edit by an account, which is a maker of the content from now on. */
    public CommitmentPicture edited(Money newAmount, KnownDate date, UUID editor) {
        Set<UUID> all = new LinkedHashSet<>(makers);
        all.add(editor);
        return new CommitmentPicture(
                id, programme, fund, investor, state, newAmount, called, paid, restored, date, closing, source,
                documents, takeOn, all, version, changedAt);
    }

    /** After a submission with its evidence by an account, which is a maker of the content from now on (rule D-1). */
    public CommitmentPicture withEvidence(Optional<String> newSource, List<String> newDocuments, UUID submitter) {
        Set<UUID> all = new LinkedHashSet<>(makers);
        all.add(submitter);
        return new CommitmentPicture(
                id,
                programme,
                fund,
                investor,
                state,
                amount,
                called,
                paid,
                restored,
                effective,
                closing,
                newSource,
                newDocuments,
                takeOn,
                all,
                version,
                changedAt);
    }

    /** After a call was issued, settled or taken back: all cumulative. */
    public CommitmentPicture drawn(Money nowCalled, Money nowPaid, Money nowRestored) {
        return new CommitmentPicture(
                id,
                programme,
                fund,
                investor,
                state,
                amount,
                nowCalled,
                nowPaid,
                nowRestored,
                effective,
                closing,
                source,
                documents,
                takeOn,
                makers,
                version,
                changedAt);
    }

    /** After two persons gave it another amount. */
    public CommitmentPicture amended(Money newAmount) {
        return new CommitmentPicture(
                id, programme, fund, investor, state, newAmount, called, paid, restored, effective, closing, source,
                documents, takeOn, makers, version, changedAt);
    }

    /**
     * After a part of it went over to another investor, with the same share of what was drawn. Where the whole did, its amount
     * stays what it was: it counts with the other one.
     */
    public CommitmentPicture transferred(
            CommitmentState to, Money left, Money nowCalled, Money nowPaid, Money nowRestored) {
        Money newAmount = to == CommitmentState.TRANSFERRED ? amount : left;
        return amended(newAmount).drawn(nowCalled, nowPaid, nowRestored);
    }

    /** With the day of its closing. */
    public CommitmentPicture closingOn(LocalDate day) {
        return new CommitmentPicture(
                id,
                programme,
                fund,
                investor,
                state,
                amount,
                called,
                paid,
                restored,
                effective,
                Optional.of(day),
                source,
                documents,
                takeOn,
                makers,
                version,
                changedAt);
    }

    /** What can still be called: zero unless closed (domain §1). */
    public Money uncalled() {
        return state == CommitmentState.CLOSED ? amount.minus(called).plus(restored) : Money.zero(amount.currency());
    }

    /** What can still be called, and what was called and is unpaid. */
    public Money unfunded() {
        return state == CommitmentState.CLOSED ? uncalled().plus(called).minus(paid) : Money.zero(amount.currency());
    }
}
