/** The days of the week that are not worked, by country. Read {@link tranche.milestones.region.domain.Weekend} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.region.domain;
