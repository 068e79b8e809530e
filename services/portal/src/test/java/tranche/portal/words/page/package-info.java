/** Tests of the sentences of the pages, as they are written. */
@org.jspecify.annotations.NullMarked
package tranche.portal.words.page;
