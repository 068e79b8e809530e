/** Tests of the pages about refusals over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.problem.page;
