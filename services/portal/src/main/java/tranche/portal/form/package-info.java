/** What a form asks for, field by field. */
@org.jspecify.annotations.NullMarked
package tranche.portal.form;
