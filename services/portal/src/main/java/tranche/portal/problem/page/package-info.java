/**
 * What a person sees when something is refused or not there: the same catalogue that the API answers from, as pages. Read
 * {@link tranche.portal.problem.page.ProblemModel} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.problem.page;
