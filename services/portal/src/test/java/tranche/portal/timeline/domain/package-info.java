/** Tests of what is said of projects and milestones without a database. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.domain;
