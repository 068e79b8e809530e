/** Money that came in: what it is for, and what became of it. */
@org.jspecify.annotations.NullMarked
package tranche.portal.receipt;
