/** The programmes that projects belong to, as far as this service needs to know them. Read {@link tranche.milestones.programme.domain.Programme} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.programme.domain;
