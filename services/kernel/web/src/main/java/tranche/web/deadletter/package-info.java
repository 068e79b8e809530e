/** What an operator does about records that a consumer could not handle. Read {@link tranche.web.deadletter.DeadLetterController} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.deadletter;
