/** A programme: the whole build-out with its target and headline currency. Read {@link tranche.commitments.programme.domain.ProgrammeFile} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.domain;
