/** The fields of forms, filled in and refused alike on every page. Read {@link tranche.portal.form.page.Field} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.form.page;
