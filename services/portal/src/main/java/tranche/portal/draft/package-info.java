/** Calls as they are drafted and edited, with what each investor would bear before anything is kept. */
@org.jspecify.annotations.NullMarked
package tranche.portal.draft;
