/** A mailbox for all mails of a machine on which things are tried out. Read {@link tranche.engines.mailbox.Mailbox} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.mailbox;
