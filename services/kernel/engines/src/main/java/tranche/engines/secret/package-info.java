/** Passwords that nobody has to know. Read {@link tranche.engines.secret.Secrets} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.secret;
