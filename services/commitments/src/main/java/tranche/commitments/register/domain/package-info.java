/** What every object of the register has: its version in both times and its identity elsewhere. Read {@link tranche.commitments.register.domain.Version} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.register.domain;
