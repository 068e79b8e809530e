/** What a draft would come to. Read {@link tranche.portal.draft.domain.Preview} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.draft.domain;
