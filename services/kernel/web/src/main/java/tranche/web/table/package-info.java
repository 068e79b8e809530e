/** Lists as CSV and spreadsheets from one definition of columns. Read {@link tranche.web.table.Column} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.table;
