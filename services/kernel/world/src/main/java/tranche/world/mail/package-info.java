/** E-mail to other hosts. Read {@link tranche.world.mail.MailHost} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.mail;
