package tranche.notifications.notice.domain;

import java.time.LocalDate;
import java.util.UUID;
import tranche.values.money.Money;

/** A gap of an alert's text, kept as what it is: each reader has it in his own language. */
public sealed interface Figure {

    record Amount(Money money) implements Figure {}

    /** What part is of the whole, which is not zero: kept as both, and divided when it is read. */
    record Share(Money part, Money whole) implements Figure {}

    record Day(LocalDate date) implements Figure {}

    record Count(int number) implements Figure {}

    /** A code that the text chooses by, or what somebody wrote. */
    record Words(String text) implements Figure {}

    /** What is called by a name: the name is looked up when it is read. */
    record Named(UUID id) implements Figure {}

    /**
     * An investor that takes part in what is told beside the one whose alert it is: those who may see it read its name, all others
     * that there is one.
     */
    record Party(UUID investor) implements Figure {}
}
