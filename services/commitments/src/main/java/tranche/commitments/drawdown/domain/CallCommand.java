package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;

/** What can be asked of a fund's capital calls. */
public sealed interface CallCommand extends DrawdownCommand {

    CallId id();

    /**
     * Drafts a call; one that is there already is left as it is, so that the same cause drafts once (rule D-5).
     *
     * @param release where a tranche's conditions draft it, with the product itself as maker, or whoever wants it drafted
     *     again; the id of the product's own follows from the tranche and the version of its conditions
     */
    record DraftCall(CallId id, CallContent content, Optional<Release> release, Actor by) implements CallCommand {}

    /** Changes what is called, as far as it is given, and shares it anew by what can be called now. */
    record EditCall(
            CallId id,
            Optional<LocalDate> dueDate,
            Optional<List<CallComponent>> components,
            Optional<String> purpose,
            Actor by,
            OptionalLong ifMatch)
            implements CallCommand {}

    /** @param content what the caller has seen */
    record ApproveCall(CallId id, ContentHash content, Actor by, OptionalLong ifMatch) implements CallCommand {}

    /** Sends a draft back to its makers. */
    record ReturnCall(CallId id, String reason, Actor by, OptionalLong ifMatch) implements CallCommand {}

    /** Makes an approved call a draft again: its approval is void. */
    record ReopenCall(CallId id, String reason, Actor by, OptionalLong ifMatch) implements CallCommand {}

    record IssueCall(CallId id, Actor by, OptionalLong ifMatch) implements CallCommand {}

    /** Calls a draft or an approved call off; asked by a person, or by the product where a condition falls back. */
    record CancelCall(CallId id, String reason, Actor by, OptionalLong ifMatch) implements CallCommand {}

    /** Asks whether its investors are to be reminded; asked by the product itself. */
    record RemindOfDue(CallId id, Actor by) implements CallCommand {}

    /** What the end of the due date brings; asked by the product itself. */
    record MarkOverdue(CallId id, Actor by) implements CallCommand {}

    /**
     * Takes an issued call back, confirmed by a second person.
     *
     * @param content of the proposal that was confirmed
     */
    record ReverseCall(CallId id, String reason, ContentHash content, Maker proposedBy, Actor by)
            implements CallCommand {}
}
