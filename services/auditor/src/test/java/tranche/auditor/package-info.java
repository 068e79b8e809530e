/** The auditor on data that a test makes by hand. Read {@link tranche.auditor.TopicsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor;
